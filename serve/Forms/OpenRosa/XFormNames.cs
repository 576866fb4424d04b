using System.Xml.Linq;

namespace Fourfold.Forms.OpenRosa;

/// <summary>Namespaces of an XForm as ODK reads it. Source: ODK XForms specification, "Introduction".</summary>
internal static class XFormNames
{
    public static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace XForms = "http://www.w3.org/2002/xforms";
    public static readonly XNamespace Orx = "http://openrosa.org/xforms";
    public static readonly XNamespace JavaRosa = "http://openrosa.org/javarosa";
    public static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";
}
