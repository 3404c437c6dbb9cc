using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ArticleApi.Storage.Sqlite.Search;

/// <summary>
/// The SQL function <c>relevance(index, first, last, weight…)</c>: the rank of FTS5's own <c>bm25()</c>, the best lowest, in a time that
/// does not grow with the store. <c>bm25()</c> counts all rows that hold a phrase. This reads the first <see cref="Sample"/> of them; if
/// there are more, it estimates their number from how far these reach into the rowids from <c>first</c> to <c>last</c>. A phrase in fewer
/// rows ranks exactly as with <c>bm25()</c>. Where <c>first</c> is null every phrase has the same weight, which is enough to order by one.
/// <see href="https://sqlite.org/fts5.html#custom_auxiliary_functions">Custom auxiliary functions</see>,
/// <see href="https://sqlite.org/src/file/ext/fts5/fts5_aux.c">bm25() itself</see>.
/// </summary>
internal static unsafe partial class Bm25
{
    /// <summary>How many rows of a phrase are read to know how frequent it is.</summary>
    public const int Sample = 128;

    private const string Library = "e_sqlite3";
    private const int Ok = 0, Error = 1, NoMemory = 7, Done = 101; // SQLite result codes
    private const int Null = 5; // SQLite's type

    private const double K1 = 1.2, B = 0.75;

    /// <summary>How many values stand before the weights.</summary>
    private const int Bounds = 2;

    /// <summary>Makes the function known to a connection, which is to be new: FTS5 keeps each function that it is given.</summary>
    public static void Register(SqliteConnection connection)
    {
        var api = ApiOf(connection.Handle!.DangerousGetHandle());
        fixed (byte* name = "relevance\0"u8)
        {
            Check(api->CreateFunction(api, name, null, &Rank, null));
        }
    }

    /// <summary>FTS5 hands its interface to who selects it with a pointer bound: https://sqlite.org/fts5.html#extending_fts5.</summary>
    private static Fts5Api* ApiOf(nint database)
    {
        Fts5Api* api = null;
        fixed (byte* sql = "select fts5(?1)\0"u8, type = "fts5_api_ptr\0"u8)
        {
            Check(Prepare(database, sql, -1, out var statement, null));
            try
            {
                Check(BindPointer(statement, 1, &api, type, null));
                _ = Step(statement);
            }
            finally
            {
                _ = Finish(statement);
            }
        }

        return api is null ? throw new InvalidOperationException("This SQLite has no FTS5.") : api;
    }

    private static void Check(int code)
    {
        if (code != Ok)
        {
            throw new SqliteException($"SQLite cannot be given the function that ranks: {code}.", code);
        }
    }

    /// <summary>Called by SQLite for each row that is ranked. Nothing in it throws: an exception must not reach native code.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Rank(Extension* api, void* row, void* result, int count, void** values)
    {
        var query = (Query*)api->GetAuxdata(row, 0);
        if (query is null)
        {
            query = Begin(api, row);
            if (query is null || api->SetAuxdata(row, query, &Free) != Ok)
            {
                ResultCode(result, NoMemory);
                return;
            }
        }

        var phrases = query->Phrases;
        var often = query->Often;
        new Span<double>(often, phrases).Clear();
        int instances, tokens;
        if (api->InstanceCount(row, &instances) != Ok || api->ColumnSize(row, -1, &tokens) != Ok)
        {
            ResultCode(result, Error);
            return;
        }

        for (var i = 0; i < instances; i++)
        {
            int phrase, column, offset;
            if (api->Instance(row, i, &phrase, &column, &offset) != Ok)
            {
                ResultCode(result, Error);
                return;
            }

            often[phrase] += Bounds + column < count ? Double(values[Bounds + column]) : 1;
        }

        double score = 0;
        for (var phrase = 0; phrase < phrases; phrase++)
        {
            if (often[phrase] > 0)
            {
                ref var weight = ref query->Weights[phrase];
                if (weight == 0 && !Weigh(api, row, phrase, query, count < Bounds ? null : values, out weight))
                {
                    ResultCode(result, Error);
                    return;
                }

                score += weight * (often[phrase] * (K1 + 1) / (often[phrase] + (K1 * (1 - B + (B * tokens / query->Average)))));
            }
        }

        ResultDouble(result, -1 * score);
    }

    /// <summary>What is the same for all rows of a query; null where there is no memory.</summary>
    private static Query* Begin(Extension* api, void* row)
    {
        long rows, tokens;
        if (api->RowCount(row, &rows) != Ok || api->ColumnTotalSize(row, -1, &tokens) != Ok)
        {
            return null;
        }

        var phrases = api->PhraseCount(row);
        var query = (Query*)Allocate((ulong)(sizeof(Query) + (2 * phrases * sizeof(double))));
        if (query is not null)
        {
            *query = new()
            {
                Rows = rows,
                Average = (double)tokens / rows,
                Phrases = phrases,
                Weights = (double*)(query + 1),
                Often = (double*)(query + 1) + phrases,
            };
            new Span<double>(query->Weights, phrases).Clear();
        }

        return query;
    }

    /// <summary>How much a phrase tells: the rarer it is the more.</summary>
    private static bool Weigh(Extension* api, void* row, int phrase, Query* query, void** bounds, out double weight)
    {
        var seen = default(Seen);
        weight = 1;
        if (bounds is not null && Type(bounds[0]) == Null)
        {
            return true;
        }

        if (api->QueryPhrase(row, phrase, &seen, &Count) is not (Ok or Done))
        {
            return false;
        }

        double hits = seen.Rows;
        if (seen.Rows == Sample && bounds is not null)
        {
            double first = Int64(bounds[0]), last = Int64(bounds[1]);
            hits = Math.Clamp(Sample * (last - first + 1) / Math.Max(1, seen.Last - first + 1), Sample, Math.Max(Sample, query->Rows));
        }

        weight = Math.Log((query->Rows - hits + 0.5) / (hits + 0.5));
        weight = weight <= 0 ? 1e-6 : weight;
        return true;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Count(Extension* api, void* row, void* data)
    {
        var seen = (Seen*)data;
        if (++seen->Rows < Sample)
        {
            return Ok;
        }

        seen->Last = api->RowId(row);
        return Done;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(void* query) => Release(query);

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v2")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Prepare(nint database, byte* sql, int length, out void* statement, byte** rest);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_pointer")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int BindPointer(
        void* statement, int index, void* value, byte* type, delegate* unmanaged[Cdecl]<void*, void> free);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Step(void* statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Finish(void* statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_malloc64")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void* Allocate(ulong bytes);

    [LibraryImport(Library, EntryPoint = "sqlite3_free")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void Release(void* memory);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_type"), SuppressGCTransition]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Type(void* value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_double"), SuppressGCTransition]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial double Double(void* value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_int64"), SuppressGCTransition]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial long Int64(void* value);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_double"), SuppressGCTransition]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void ResultDouble(void* result, double value);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_error_code"), SuppressGCTransition]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void ResultCode(void* result, int code);

    /// <summary>What is the same for all rows of a query; the two lists stand behind it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Query
    {
        public long Rows;
        public double Average;
        public int Phrases;

        /// <summary>By phrase, how much it tells; 0 where that is not known yet.</summary>
        public double* Weights;

        /// <summary>By phrase, how often it is in the row, each time by the weight of its column.</summary>
        public double* Often;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Seen
    {
        public int Rows;
        public long Last;
    }

    /// <summary>The beginning of <c>fts5_api</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Fts5Api
    {
        public int Version;
        public void* CreateTokenizer;
        public void* FindTokenizer;
        public delegate* unmanaged[Cdecl]<
            Fts5Api*,
            byte*,
            void*,
            delegate* unmanaged[Cdecl]<Extension*, void*, void*, int, void**, void>,
            delegate* unmanaged[Cdecl]<void*, void>,
            int> CreateFunction;
    }

    /// <summary>The beginning of <c>Fts5ExtensionApi</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Extension
    {
        public int Version;
        public void* UserData;
        public void* ColumnCount;
        public delegate* unmanaged[Cdecl]<void*, long*, int> RowCount;
        public delegate* unmanaged[Cdecl]<void*, int, long*, int> ColumnTotalSize;
        public void* Tokenize;
        public delegate* unmanaged[Cdecl]<void*, int> PhraseCount;
        public void* PhraseSize;
        public delegate* unmanaged[Cdecl]<void*, int*, int> InstanceCount;
        public delegate* unmanaged[Cdecl]<void*, int, int*, int*, int*, int> Instance;
        public delegate* unmanaged[Cdecl]<void*, long> RowId;
        public void* ColumnText;
        public delegate* unmanaged[Cdecl]<void*, int, int*, int> ColumnSize;
        public delegate* unmanaged[Cdecl]<void*, int, void*, delegate* unmanaged[Cdecl]<Extension*, void*, void*, int>, int> QueryPhrase;
        public delegate* unmanaged[Cdecl]<void*, void*, delegate* unmanaged[Cdecl]<void*, void>, int> SetAuxdata;
        public delegate* unmanaged[Cdecl]<void*, int, void*> GetAuxdata;
    }
}
