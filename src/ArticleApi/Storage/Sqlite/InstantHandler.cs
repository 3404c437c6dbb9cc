using System.Data;
using System.Globalization;
using Dapper;

namespace ArticleApi.Storage.Sqlite;

/// <summary>Instants are RFC 3339 in UTC with milliseconds: <c>2022-12-04T10:15:00.000Z</c>.</summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTime>
{
    public override DateTime Parse(object value) => Parse((string)value);

    public static DateTime Parse(string instant) => DateTime.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    public override void SetValue(IDbDataParameter parameter, DateTime value) => parameter.Value = Format(value);

    public static string Format(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
