using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Localisation;

/// <summary>Codes of the code lists by the name the reader knows.</summary>
internal static class CodeTexts
{
    extension(CodeBook codes)
    {
        /// <summary>A field by its name; one that is none of the code list in the words of the list it came from.</summary>
        public string? FieldName(string? code, string? otherwise) => codes.Field(code)?.NameToRead ?? otherwise;

        /// <summary>A field that is given by its Chinese name.</summary>
        public string FieldToRead(string name) => codes.FieldMeantBy(name)?.NameToRead ?? name;

        public string AreaToRead(string area) =>
            !Language.IsEnglish ? area : codes.Fields.FirstOrDefault(f => f.Area == area)?.AreaEnglish ?? area;

        /// <summary>The name and the development zone, which has no code: 示范市云桥区，高新区.</summary>
        public string? RegionToRead(string? code, string? zone, IStringLocalizer<Texts> L) => (code, zone) switch
        {
            (null, _) => zone,
            (_, null) => codes.RegionName(code),
            _ => L["{0}，{1}", codes.RegionName(code), zone]
        };

        public string EntryName(string list, string code) => codes.Entry(list, code) is { } entry
            ? Language.IsEnglish ? entry.NameEnglish : entry.Name
            : code;

        public string? EntryHelp(string list, string code) => codes.Entry(list, code) is { } entry
            ? Language.IsEnglish ? entry.HelpEnglish : entry.Help
            : null;
    }

    extension(Field known)
    {
        public string NameToRead => Language.IsEnglish ? known.NameEnglish : known.Name;
    }
}
