namespace ArticleApi.Storage;

/// <summary>
/// Makes files that only the user who runs the program may read and write. Windows has the rights of the folder in place of that.
/// </summary>
internal static class OwnerOnlyFile
{
    /// <summary>Opens a new file for writing, in place of any other.</summary>
    public static FileStream Create(string path) => new(path, Options(FileMode.Create));

    /// <summary>
    /// Makes an empty file where there is none, so that SQLite fills it and gives the same rights to the files beside it. Where that fails
    /// SQLite says why.
    /// </summary>
    public static void Prepare(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                new FileStream(path, Options(FileMode.CreateNew)).Dispose();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process made it by now, or nobody can.
        }
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
