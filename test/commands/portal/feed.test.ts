import { expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { aCertificate, idOf } from '../../harness/portal/a-certificate.ts'
import { aPortal } from '../../harness/portal/a-portal.ts'

/** What RFC 4287 asks of a feed of ours (sections 4.1.1 and 4.1.2), elements in any order. */
const SCHEMA = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/2005/Atom" targetNamespace="http://www.w3.org/2005/Atom" elementFormDefault="qualified">
<xs:import namespace="http://www.w3.org/XML/1998/namespace"/>
<xs:simpleType name="iri"><xs:restriction base="xs:string"><xs:pattern value="urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/></xs:restriction></xs:simpleType>
<xs:simpleType name="filled"><xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
<xs:complexType name="link"><xs:attribute name="rel" use="required"/><xs:attribute name="type"/><xs:attribute name="href" type="xs:anyURI" use="required"/></xs:complexType>
<xs:complexType name="entry"><xs:all>
<xs:element name="id" type="iri"/><xs:element name="title" type="filled"/><xs:element name="updated" type="xs:dateTime"/>
<xs:element name="category"><xs:complexType><xs:attribute name="term" type="filled" use="required"/></xs:complexType></xs:element>
<xs:element name="link" type="link"/>
<xs:element name="content"><xs:complexType><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="type" fixed="text"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
</xs:all></xs:complexType>
<xs:element name="feed"><xs:complexType><xs:sequence>
<xs:element name="id" type="iri"/><xs:element name="title" type="filled"/><xs:element name="updated" type="xs:dateTime"/>
<xs:element name="author"><xs:complexType><xs:all><xs:element name="name" type="filled"/></xs:all></xs:complexType></xs:element>
<xs:element name="generator"><xs:complexType mixed="true"><xs:attribute name="uri"/></xs:complexType></xs:element>
<xs:element name="link" type="link" maxOccurs="2"/>
<xs:element name="entry" type="entry" minOccurs="0" maxOccurs="100"/>
</xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>`

const HOSTILE = `<b>&amp;</b> ]]> \u0007 \u202e 🚀 ${'x'.repeat(300)}`

const entered = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const at = new Date(Date.UTC(2026, 0, 1 + n, 9)).toISOString().replace('.000', '')
    const file = `weights ${n}`
    return {
      leaf: { type: 'certificate' as const, at, model: `${HOSTILE} ${n}`, id: `sha256:${idOf(file)}` },
      document: aCertificate({ name: HOSTILE, version: `${n}`, file, at }),
    }
  })

it('is a valid Atom feed of the newest hundred events, whatever models are called', async () => {
  const { page } = await aPortal(entered(120), { url: 'https://acme.github.io/models' })
  const feed = page('feed.xml')
  const found = await validateXML({ xml: feed, schema: SCHEMA })
  expect(found.errors).toEqual([])
  expect(feed.match(/<entry>/g)?.length).toBe(100)
  expect(feed).toContain('<link rel="self" type="application/atom+xml" href="https://acme.github.io/models/feed.xml"/>')
  const ids = [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(101)
  const dates = [...feed.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, at]) => at)
  expect(dates.toSorted().toReversed()).toEqual(dates)
})

it('names an event the same in a later build', async () => {
  const ids = async (count: number) =>
    [...(await aPortal(entered(count))).page('feed.xml').matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)
  const [before, after] = [await ids(2), await ids(3)]
  expect(after.filter(id => before.includes(id))).toHaveLength(3)
})
