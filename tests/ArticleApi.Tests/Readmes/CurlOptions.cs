using System.Text;

namespace ArticleApi.Tests.Readmes;

/// <summary>The options of curl that the examples use, and the request that they make.</summary>
internal sealed record CurlOptions
{
    private const string Shown = "http://localhost:5080";

    private string Url { get; set; } = "";

    private string? Method { get; set; }

    private string? Body { get; set; }

    private List<(string Name, string Value)> Headers { get; } = [];

    private string Format { get; set; } = "";

    /// <summary>The file for the body of the response (<c>-o</c>), or null.</summary>
    public string? OutputFile { get; private set; }

    /// <summary>The file for the tag of the response (<c>--etag-save</c>), or null.</summary>
    public string? TagFile { get; private set; }

    /// <param name="options">The words behind <c>curl</c>.</param>
    /// <param name="read">Reads a file.</param>
    /// <exception cref="FormatException">There is an option that the examples may not use.</exception>
    public static CurlOptions Parse(string[] options, Func<string, string> read)
    {
        var curl = new CurlOptions();
        for (var i = 0; i < options.Length; i++)
        {
            switch (options[i])
            {
                case "-s" or "-sS":
                    break;
                case "-X":
                    curl.Method = options[++i];
                    break;
                case "-H":
                    var header = options[++i].Split(": ", 2);
                    curl.Headers.Add((header[0], header[1]));
                    break;
                case "--data-binary":
                    curl.Body = Data(options[++i], read);
                    break;
                case "-d":
                    curl.Body = Data(options[++i], read).ReplaceLineEndings(""); // As curl does with files.
                    break;
                case "-o":
                    curl.OutputFile = options[++i];
                    break;
                case "-w":
                    curl.Format = options[++i];
                    break;
                case "--etag-save":
                    curl.TagFile = options[++i];
                    break;
                case "--etag-compare":
                    curl.Headers.Add(("If-None-Match", read(options[++i]).TrimEnd('\n')));
                    break;
                case var url when url.StartsWith(Shown, StringComparison.Ordinal):
                    curl.Url = url[Shown.Length..];
                    break;
                default:
                    throw new FormatException($"The examples may not use this option of curl: {options[i]}");
            }
        }

        return curl;
    }

    public HttpRequestMessage ToRequest(Uri service)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method ?? (Body is null ? "GET" : "POST")), new Uri(service, Url));
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        }

        foreach (var (name, value) in Headers)
        {
            Assert.True(
                request.Headers.TryAddWithoutValidation(name, value)
                || request.Content?.Headers.TryAddWithoutValidation(name, value) == true,
                $"{name} belongs to a body, and there is none.");
        }

        return request;
    }

    /// <summary>What <c>-w</c> writes behind the body.</summary>
    public string Written(int status) => Format.Replace("%{http_code}", $"{status}").Replace(@"\n", "\n");

    private static string Data(string given, Func<string, string> read) => given.StartsWith('@') ? read(given[1..]) : given;
}
