using System.Text;
using System.Text.Json.Nodes;

namespace ArticleApi.Conformance;

/// <summary>
/// Makes requests from the document: valid, nearly valid and wild ones. A request is the same for the same seed, number and names.
/// </summary>
internal sealed class RequestGenerator(KnownNames names, int seed, string key)
{
    private const int MaxParameters = 8, MaxRepeats = 60;

    private static readonly string[] Wild =
    [
        "", " ", "0", "-1", "1", "100", "101", "2147483648", "99999999999999999999", "-0", "1e3", "NaN", "null", "true", "TRUE", "*", "**",
        "'", "\"", "\"\"", "' or 1=1--", "a*", "-a", "-a*", "\"a b\"", "(", "NEAR(", "AND", "OR", "NOT", "a AND", "^a", "a:b", "..", ".",
        "/", "\\", "%", "%%", "%2", "%zz", "%00", "%01", "%0d%0a", "%7f", "%20", "+", "%2B", "%26", "%3D", "%ff", "%c0%80", "%ed%a0%80",
        "%f0%9f%a7%a0", "%e2%80%8b", "%cc%81", "%ef%bf%bf", "%f4%90%80%80", "%25", "&", "=", ";", "a;b", "[]", "[0]", "{}", "<script>",
        "0000-00-00", "9999-12-31", "10000-01-01", "2022-02-30", "-0001-01-01", "2022-12-04T00:00:00Z", "5-HT", "zn2+", "Serotonin",
        "clm_aaaaaaaaaaaaaaaa", "ref_aaaaaaaaaaaaaaaa", "clm_", "ref_7777777777777777", "ketamine-and-anorexia", "published", "json", "csv",
        "id,", ",id", "id,id", "id,article.", "eyJ9", "AAAA", "__proto__", "a,b,c", "10.1002/syn.22253", "doi:10.1", "https://doi.org/10.1",
    ];

    private static readonly string[] Accepts =
    [
        "*/*", "application/json", "text/csv", "application/x-ndjson", "application/ld+json", "text/markdown", "application/x-bibtex",
        "application/x-research-info-systems", "application/vnd.citationstyles.csl+json", "application/problem+json", "text/html",
        "application/*", "text/*;q=0.5, application/json;q=0.4", "application/json;q=0", "*/*;q=0", "application/json;q=1.5",
        "application/json; charset=utf-16", "a", "a/b/c", ",", "", "*/json", "application/json;q=", "text/csv;header=absent",
    ];

    private static readonly string[] Tags =
        ["*", "\"\"", "\"a\"", "W/\"a\"", "a", "\"a\", \"b\"", "*, \"a\"", "\"", ",", "\"\u00e9\"", "W/*", "\"a\"\"b\"", "\"a\"b"];

    private static readonly string[] OtherKeys = ["Bearer", "Bearer x", "Basic eDp5", "", "bearer é"];

    private static readonly string[] OtherMethods =
        ["OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW", "PROPFIND", "get", "G", "QUERY"];

    private static readonly string[] OtherTypes =
        ["", "text", "application/json; charset=utf-16", "application/json;charset=\"UTF-8\"", "multipart/form-data", "a/b;;"];

    private static readonly string[] OtherHeaders =
        ["Range", "Expect", "Cookie", "If-Range", "X-HTTP-Method-Override", "Cache-Control", "Forwarded", "TE", "X-Forwarded-Host"];

    private static readonly string[] OtherValues =
        ["bytes=0-1", "100-continue", "a=b", "no-store", "max-age=0", "for=\"[::1]\";host=evil", "DELETE", "trailers", "evil.example"];

    private static readonly string[] Sizes =
    [
        "ffffffffffffffff1", "ffffffff", "7fffffff", "80000000", "ffffffffffffffff", "-1", "0x5", "", " ", "g", "5 ", "5;a=b", "00000005",
        "5\t", "+5", "1.5", "99999999999999999999",
    ];

    private static readonly string[] Snippets =
    [
        "null", "true", "0", "-1", "1e400", "99999999999999999999", "2.5", "\"\"", "\"\\u0000\"", "\"\\ud83e\"", "\"\\ud83e\\udde0\"", "[]",
        "[null]", "[[[]]]", "{}", "{\"a\":{}}", ",", "{", "}", "[", "]", "\"", "\\", ":", "\u0001", "\u00e9", "\uFEFF", "/*", "//", "NaN",
    ];

    /// <summary>The request of a number.</summary>
    public HostileRequest Request(long number)
    {
        var random = new Random(unchecked((int)((number * 2654435761) ^ (seed * 40503L))));
        var operation = Pick(random, ApiDocument.Operations);
        var wildness = random.Next(100) switch { < 40 => 0, < 75 => 1, _ => 2 };
        var method = operation.Method == "GET" && random.Next(20) == 0 ? "HEAD"
            : wildness == 2 && random.Next(6) == 0 ? Pick(random, OtherMethods)
            : operation.Method;
        var headers = Headers(random, operation, wildness);
        var target = Target(random, operation, method is "GET" or "HEAD", wildness);
        return operation.BodyTypes.Count > 0 || (wildness == 2 && random.Next(8) == 0)
            ? WithBody(random, new(method, target, headers, null), operation, wildness)
            : wildness == 2 && random.Next(10) == 0 ? Malformed(random, new(method, target, headers, null))
            : new(method, target, headers, null);
    }

    private string Target(Random random, ApiOperation operation, bool isRead, int wildness)
    {
        var path = string.Join('/', operation.Path.Split('/').Select(segment => segment.StartsWith('{')
            ? Segment(random, isRead ? names.Of(segment.Trim('{', '}')) : names.ToChange(segment.Trim('{', '}')), wildness)
            : wildness == 2 && random.Next(30) == 0 ? Escaped(Wildly(random)) : segment));
        var given = new List<string>();
        var offered = operation.Query;
        for (var i = offered.Count == 0 ? 0 : random.Next(MaxParameters); i > 0; i--)
        {
            var (name, schema) = Pick(random, offered);
            var isList = (string?)schema["type"] == "array";
            if (isList || !given.Exists(pair => pair.StartsWith($"{name}=", StringComparison.Ordinal)) || wildness > 0)
            {
                var repeats = !isList || random.Next(3) > 0 ? 1 : random.Next(5) == 0 ? random.Next(MaxRepeats) : random.Next(1, 4);
                given.AddRange(Enumerable.Range(0, repeats).Select(_ => $"{name}={Value(random, name, schema, wildness)}"));
            }
        }

        if (wildness > 0 && random.Next(4) == 0)
        {
            given.Insert(random.Next(given.Count + 1), Odd(random, offered));
        }

        return given.Count > 0 ? $"{path}?{string.Join('&', given)}" : random.Next(50) == 0 ? $"{path}?" : path;
    }

    // A parameter that the operation does not have, or does not have so.
    private static string Odd(Random random, IReadOnlyList<(string Name, JsonObject Schema)> offered) => random.Next(7) switch
    {
        0 => $"{Escaped(Wildly(random))}={Escaped(Wildly(random))}",
        1 => "",
        2 => "=",
        3 when offered.Count > 0 => Pick(random, offered).Name,
        4 when offered.Count > 0 => $"{Pick(random, offered).Name.ToUpperInvariant()}=1",
        5 when offered.Count > 0 => $"{Pick(random, offered).Name}[]=1",
        _ => $"{new string('x', random.Next(3) == 0 ? random.Next(60_000) : random.Next(40))}={new string('y', random.Next(600))}",
    };

    private static string Segment(Random random, IReadOnlyList<string> known, int wildness) => random.Next(10) switch
    {
        0 when wildness > 0 => Segmented(Wildly(random)),
        1 when wildness > 0 => Segmented(Broken(random, Pick(random, known))),
        2 when wildness == 2 => new string('x', random.Next(3000)),
        _ => Uri.EscapeDataString(Pick(random, known)),
    };

    // Without what makes it another path.
    private static string Segmented(string text) => Escaped(text).Replace("/", "%2F", StringComparison.Ordinal)
        .Replace("?", "%3F", StringComparison.Ordinal);

    private string Known(Random random, string name) => names.Of(name) is { Count: > 0 } known ? Pick(random, known) : "zinc";

    private string Value(Random random, string name, JsonObject schema, int wildness)
    {
        if (wildness > 0 && random.Next(wildness == 1 ? 8 : 3) == 0)
        {
            return Escaped(random.Next(3) == 0 ? Broken(random, Valid(random, name, schema)) : Wildly(random));
        }

        return Uri.EscapeDataString(Valid(random, name, schema));
    }

    private string Valid(Random random, string name, JsonObject schema)
    {
        if ((string?)schema["type"] == "array")
        {
            return Valid(random, name, ApiDocument.Resolve(schema["items"]!));
        }

        if (schema["enum"] is JsonArray allowed)
        {
            var some = Enumerable.Range(0, name == "fields" ? random.Next(1, 6) : 1).Select(_ => (string)Pick(random, allowed)!);
            return string.Join(',', some.Distinct());
        }

        return name == "q" ? Query(random)
            : names.Of(name) is { Count: > 0 } known ? Pick(random, known)
            : (string?)schema["type"] switch
            {
                "boolean" => random.Next(2) == 0 ? "true" : "false",
                "integer" => $"{random.NextInt64((long?)schema["minimum"] ?? 0, ((long?)schema["maximum"] ?? 100) + 1)}",
                _ => "zinc",
            };
    }

    private string Query(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(6) switch
    {
        0 => $"{Known(random, "q")[..1]}*",
        1 => $"-{Known(random, "q")}",
        2 => $"\"{Known(random, "q")} {Known(random, "q")}\"",
        _ => Known(random, "q"),
    }));

    private List<(string Name, string Value)> Headers(Random random, ApiOperation operation, int wildness)
    {
        var headers = new List<(string, string)>();
        void Add(int one, string name, Func<string> value)
        {
            if (random.Next(one) == 0)
            {
                headers.Add((name, value()));
            }
        }

        Add(3, "Accept", () => wildness == 0 && operation.Types.Count > 0 ? Pick(random, operation.Types) : Pick(random, Accepts));
        Add(4, "Accept-Encoding", () => Pick(random, ["gzip", "br", "gzip, br;q=0.5", "identity", "*;q=0", "deflate", "zz;q=2"]));
        Add(8, "If-None-Match", () => Pick(random, Tags));
        Add(operation.Method == "GET" ? 30 : 4, "If-Match", () => Pick(random, Tags));
        Add(10, "Origin", () => Pick(random, ["https://example.org", "null", "a"]));
        if (operation.Method != "GET" ? random.Next(5) > 0 : random.Next(20) == 0)
        {
            headers.Add(("Authorization", random.Next(8) == 0 ? Pick(random, OtherKeys) : $"Bearer {key}"));
        }

        if (wildness == 2)
        {
            Add(8, Pick(random, OtherHeaders), () => Pick(random, OtherValues));
            Add(20, "X-Long", () => new string('x', random.Next(40_000)));
            Add(30, "If-Modified-Since", () => "Thu, 01 Jan 1970 00:00:00 GMT");
        }

        return headers;
    }

    private HostileRequest WithBody(Random random, HostileRequest request, ApiOperation operation, int wildness)
    {
        var types = operation.BodyTypes;
        var type = wildness < 2 && types.Count > 0 || random.Next(3) > 0 && types.Count > 0
            ? Pick(random, types)
            : Pick(random, OtherTypes);
        var body = Body(random, operation, wildness);
        var headers = new List<(string Name, string Value)>(request.Headers);
        if (type.Length > 0)
        {
            headers.Add(("Content-Type", random.Next(10) == 0 ? $"{type}; charset={Pick(random, ["utf-8", "latin1", "x"])}" : type));
        }

        if (wildness > 0 && random.Next(20) == 0)
        {
            headers.Add(("Content-Encoding", Pick(random, ["gzip", "identity", "x"])));
        }

        if (random.Next(3) > 0)
        {
            return request with { Headers = [.. headers, ("Content-Length", $"{body.Length}")], Body = body };
        }

        var chunked = request with { Headers = [.. headers, ("Transfer-Encoding", "chunked")] };
        return wildness == 2 && random.Next(3) == 0
            ? chunked with { Body = OddlyChunked(random, body), IsMalformed = true }
            : chunked with { Body = Chunked(random, body) };
    }

    private byte[] Body(Random random, ApiOperation operation, int wildness)
    {
        var text = operation.Path switch
        {
            _ when wildness == 2 && random.Next(3) == 0 => string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => Wildly(random))),
            "/api/v1/articles/{slug}" => names.Article,
            "/api/v1/topics/{topic}" => $$"""{ "name": "{{Known(random, "topic")}}", "synonyms": [], "broader": null, "mesh": null }""",
            "/api/v1/claims/{id}" => $$"""{ "reviewStatus": "accepted", "topics": ["{{Known(random, "topic")}}"] }""",
            _ => $"A Title\n\n{string.Join(' ', Enumerable.Range(0, 30).Select(_ => Known(random, "q")))}.1\n\n"
                + "References\n1. Berg, A. (2019). Zinc.",
        };
        for (var i = wildness == 0 ? 0 : random.Next(4); i > 0; i--)
        {
            var (at, length) = (random.Next(text.Length + 1), random.Next(8));
            text = string.Concat(text.AsSpan(0, at), Pick(random, Snippets), text.AsSpan(Math.Min(text.Length, at + length)));
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (wildness == 2 && bytes.Length > 0 && random.Next(4) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static byte[] Chunked(Random random, byte[] body)
    {
        using var chunks = new MemoryStream();
        for (var at = 0; at < body.Length;)
        {
            var size = Math.Min(body.Length - at, random.Next(1, 5000));
            chunks.Write(Encoding.ASCII.GetBytes($"{size:x}\r\n"));
            chunks.Write(body, at, size);
            chunks.Write("\r\n"u8);
            at += size;
        }

        chunks.Write("0\r\n\r\n"u8);
        return chunks.ToArray();
    }

    private static byte[] OddlyChunked(Random random, byte[] body)
    {
        var whole = Chunked(random, body);
        return random.Next(3) switch
        {
            0 => whole[..random.Next(whole.Length)],
            1 => [.. Encoding.ASCII.GetBytes($"{Pick(random, Sizes)}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8],
            _ => [.. whole[..^5], .. Encoding.ASCII.GetBytes($"{Pick(random, Sizes)}\r\n\r\n")],
        };
    }

    private static HostileRequest Malformed(Random random, HostileRequest request) => random.Next(8) switch
    {
        0 => request with { Target = request.Target + " " + Wildly(random), IsMalformed = true },
        1 => request with { Target = request.Target + Pick(random, ["\0", "\u0001", "é", "\t", "#a", "\r"]), IsMalformed = true },
        2 => request with { Headers = [.. request.Headers, ("Host", "evil.example")], IsMalformed = true },
        3 => request with { Headers = [.. request.Headers, ("Content-Length", "5"), ("Content-Length", "6")], IsMalformed = true },
        4 => request with { Headers = [.. request.Headers, ("Content-Length", "-1")], IsMalformed = true },
        5 => request with { Headers = [.. request.Headers, ("A B", "c"), ("", "d")], IsMalformed = true },
        6 => request with { Headers = [.. request.Headers, ("X-Control", "a\u0000b\u007f")], IsMalformed = true },
        _ => request with { Method = Pick(random, ["", "GE T", "G\0T", "\u00e9"]), IsMalformed = true },
    };

    private static string Wildly(Random random) => random.Next(12) switch
    {
        0 => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(1, 0xD800))),
        1 => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => $"%{random.Next(256):X2}")),
        2 => string.Concat(Enumerable.Repeat(Pick(random, Wild), random.Next(600))),
        3 => string.Join(' ', Enumerable.Range(0, random.Next(20)).Select(_ => Pick(random, Wild))),
        _ => Pick(random, Wild),
    };

    private static string Broken(Random random, string text)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(4) switch
        {
            0 => text.ToUpperInvariant(),
            1 => text[..at],
            2 => text.Insert(at, Pick(random, Wild)),
            _ => at < text.Length ? text.Remove(at, 1) : $"{text}s",
        };
    }

    // What would end the target is escaped; what may stand in it stays, signs of percent included.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value is > 0x20 and < 0x7F and not ('#' or '&') ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return escaped.ToString();
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static JsonNode? Pick(Random random, JsonArray values) => values[random.Next(values.Count)];
}
