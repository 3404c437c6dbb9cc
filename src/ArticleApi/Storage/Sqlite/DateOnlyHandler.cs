using System.Data;
using System.Globalization;
using Dapper;

namespace ArticleApi.Storage.Sqlite;

/// <summary>Dates are <c>2022-12-04</c> in SQLite.</summary>
internal sealed class DateOnlyHandler : SqlMapper.TypeHandler<DateOnly>
{
    public override DateOnly Parse(object value) => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = Format(value);

    public static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
