namespace ArticleApi.Contract;

/// <summary>A member that has one of several shapes, for the OpenAPI document.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute(params Type[] types) : Attribute
{
    public Type[] Types => types;
}
