namespace ArticleApi.Storage;

/// <summary>Why the store cannot be read or written.</summary>
public enum StorageFault
{
    /// <summary>What the settings name is no store of this program.</summary>
    Unusable,

    /// <summary>There is no room on the disk, or none that this program may take.</summary>
    Full,

    /// <summary>Others wrote for longer than a write waits.</summary>
    Busy,

    /// <summary>The file or its medium is damaged.</summary>
    Damaged,

    /// <summary>The file was deleted, or there is another in its place.</summary>
    Gone,

    /// <summary>The file or its folder can only be read.</summary>
    ReadOnly,
}
