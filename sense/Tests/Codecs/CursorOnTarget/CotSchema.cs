namespace Fourfold.Sense.Tests.Codecs.CursorOnTarget;

/// <summary>A schema of the base event 2.0, written from its published description: names, types, ranges and patterns.</summary>
internal static class CotSchema
{
    public const string Text = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="event">
            <xs:complexType>
              <xs:all>
                <xs:element name="point" type="point"/>
                <xs:element name="detail" minOccurs="0">
                  <xs:complexType mixed="true">
                    <xs:sequence>
                      <xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:element>
              </xs:all>
              <xs:attribute name="version" use="required">
                <xs:simpleType>
                  <xs:restriction base="xs:decimal"><xs:minInclusive value="2"/><xs:maxInclusive value="2"/></xs:restriction>
                </xs:simpleType>
              </xs:attribute>
              <xs:attribute name="type" use="required" type="hierarchy"/>
              <xs:attribute name="how" use="required" type="hierarchy"/>
              <xs:attribute name="uid" use="required" type="xs:string"/>
              <xs:attribute name="access" type="xs:string"/>
              <xs:attribute name="time" use="required" type="xs:dateTime"/>
              <xs:attribute name="start" use="required" type="xs:dateTime"/>
              <xs:attribute name="stale" use="required" type="xs:dateTime"/>
            </xs:complexType>
          </xs:element>
          <xs:complexType name="point">
            <xs:attribute name="lat" use="required"><xs:simpleType>
              <xs:restriction base="xs:decimal"><xs:minInclusive value="-90"/><xs:maxInclusive value="90"/></xs:restriction>
            </xs:simpleType></xs:attribute>
            <xs:attribute name="lon" use="required"><xs:simpleType>
              <xs:restriction base="xs:decimal"><xs:minInclusive value="-180"/><xs:maxInclusive value="180"/></xs:restriction>
            </xs:simpleType></xs:attribute>
            <xs:attribute name="hae" use="required" type="xs:decimal"/>
            <xs:attribute name="ce" use="required" type="xs:decimal"/>
            <xs:attribute name="le" use="required" type="xs:decimal"/>
          </xs:complexType>
          <xs:simpleType name="hierarchy">
            <xs:restriction base="xs:string"><xs:pattern value="\w+(-\w+)*(;[^;]*)?"/></xs:restriction>
          </xs:simpleType>
        </xs:schema>
        """;
}
