namespace ArticleApi.Contract;

/// <summary>Lists the types that the value of a member may have, for the OpenAPI document.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute(params Type[] types) : Attribute
{
    public Type[] Types => types;
}
