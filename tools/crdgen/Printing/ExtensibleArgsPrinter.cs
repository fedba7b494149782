namespace Crdgen.Printing;

/// <summary>
/// Prints the base of the classes whose objects may have members that no schema declares. The SDK sends an args class by its attributes, which cannot say
/// "and these too", but a dictionary with all its entries: so the class is one to the SDK, and has properties to its users.
/// </summary>
internal static class ExtensibleArgsPrinter
{
    public const string ClassName = "ExtensibleArgs";

    public static string TypeName(string root) => $"global::{root}.{ClassName}";

    public static string Print(string root) => $$"""
        {{CSharp.Header}}
        #nullable enable

        namespace {{root}};

        /// <summary>The base of args whose object may have more members than its schema declares: those that it declares are properties, others go into <see cref="Extra"/>.</summary>
        /// <remarks>The SDK sends it as a map. Secrets, unknown values and nested args keep their places; a member that is null is left out.</remarks>
        public abstract class {{ClassName}} : global::System.Collections.IDictionary
        {
            /// <summary>
            /// Further members, by their names on the wire. Values are those that <c>InputMap&lt;object&gt;</c> takes: strings, booleans, int, double, lists, dictionaries with
            /// string keys, args, <see cref="global::System.Text.Json.JsonElement"/>, and inputs and outputs of these. An entry with a declared member's name takes its place.
            /// </summary>
            public global::System.Collections.Generic.IDictionary<string, object?> Extra { get; set; } = new global::System.Collections.Generic.Dictionary<string, object?>(global::System.StringComparer.Ordinal);

            /// <summary>Adds the declared members under their names on the wire; null where one is not set.</summary>
            /// <param name="members">What they are added to.</param>
            protected abstract void AddMembers(global::System.Collections.Generic.IDictionary<string, object?> members);

            bool global::System.Collections.IDictionary.IsFixedSize => true;

            bool global::System.Collections.IDictionary.IsReadOnly => true;

            global::System.Collections.ICollection global::System.Collections.IDictionary.Keys => All().Keys;

            global::System.Collections.ICollection global::System.Collections.IDictionary.Values => All().Values;

            int global::System.Collections.ICollection.Count => All().Count;

            bool global::System.Collections.ICollection.IsSynchronized => false;

            object global::System.Collections.ICollection.SyncRoot => this;

            object? global::System.Collections.IDictionary.this[object key]
            {
                get => key is string name && All().TryGetValue(name, out var value) ? value : null;
                set => throw ReadOnly();
            }

            void global::System.Collections.IDictionary.Add(object key, object? value) => throw ReadOnly();

            void global::System.Collections.IDictionary.Clear() => throw ReadOnly();

            void global::System.Collections.IDictionary.Remove(object key) => throw ReadOnly();

            bool global::System.Collections.IDictionary.Contains(object key) => key is string name && All().ContainsKey(name);

            void global::System.Collections.ICollection.CopyTo(global::System.Array array, int index) => ((global::System.Collections.ICollection)All()).CopyTo(array, index);

            global::System.Collections.IDictionaryEnumerator global::System.Collections.IDictionary.GetEnumerator() => ((global::System.Collections.IDictionary)All()).GetEnumerator();

            global::System.Collections.IEnumerator global::System.Collections.IEnumerable.GetEnumerator() => ((global::System.Collections.IDictionary)All()).GetEnumerator();

            private static global::System.NotSupportedException ReadOnly() => new("Set the properties of the args, and further members in Extra.");

            private global::System.Collections.Generic.Dictionary<string, object?> All()
            {
                var all = new global::System.Collections.Generic.Dictionary<string, object?>(global::System.StringComparer.Ordinal);
                AddMembers(all);
                foreach (var entry in Extra)
                {
                    all[entry.Key] = entry.Value;
                }

                foreach (var entry in all)
                {
                    if (entry.Value is null)
                    {
                        all.Remove(entry.Key);
                    }
                }

                return all;
            }
        }

        """;
}
