namespace ArticleApi.Storage;

/// <summary>What a write survives that was acknowledged.</summary>
internal enum Durability
{
    /// <summary>A power cut: the disk has it before the response is sent.</summary>
    Full,

    /// <summary>The death of the process, but not of the machine: the system writes it to the disk when it likes.</summary>
    Process,
}
