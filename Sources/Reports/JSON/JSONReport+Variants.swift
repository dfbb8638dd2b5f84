// SPDX-License-Identifier: MIT

import Annotation
import Calls
import KnowledgeBase

extension JSONReport {
  /// `clinvar` and `assertions`: one object a ClinVar record and Evidence Repository entry of the very
  /// allele; `discrepancies` names what contradicts.
  ///
  /// Absent where no alleles are in the knowledge base.
  func appendVariants(_ row: CallRow, to json: inout JSONWriter) {
    guard let variants else { return }
    let rows = row.variants
    json.array("clinvar") { json in
      for number in rows where variants.store.variationID(number) > 0 {
        json.object { json in append(clinvar: number, variants.store, row, to: &json) }
      }
    }
    json.array("assertions") { json in
      variants.forEachEntry(rows) { entry in
        json.object { json in append(entry, to: &json) }
      }
    }
    json.array("discrepancies") { json in
      for kind in variants.discrepancies(rows) { json.value(kind.utf8) }
    }
  }

  private func append(
    clinvar number: UInt32, _ store: VariantStore, _ row: CallRow, to json: inout JSONWriter
  ) {
    let statement = store.classification(number)
    let id = store.variationID(number)
    json.field("variation_id", id)
    json.field("route", "allele")
    json.field("classification", statement.word)
    json.field("stars", statement.stars)
    json.field(
      "review_status", statement.reviewStatus.isEmpty ? "not_provided" : statement.reviewStatus)
    let conditions = store.conditions(number)
    appendConditions("conditions", conditions.names, conditions.identifiers, to: &json)
    func detail(_ field: ClinVarField) -> String { store.detail(field, number) }
    json.array("genes") { json in
      for gene in detail(.gene).split(separator: "|") { json.value(gene.utf8) }
    }
    json.array("consequences") { json in
      for word in detail(.consequence).split(separator: ",") { json.value(word.utf8) }
    }
    if !detail(.variantType).isEmpty { json.field("variant_type", detail(.variantType)) }
    if let origin = Int(detail(.origin)) { json.field("origin", origin) }
    if store.caid(number) > 0 { json.field("caid", "CA\(store.caid(number))") }
    appendOthers(detail(.others), to: &json)
    json.field("url", "https://www.ncbi.nlm.nih.gov/clinvar/variation/\(id)/")
  }

  /// Names and identifiers of conditions, which ClinVar joins by `|`, the identifiers of one by `,`.
  private func appendConditions(
    _ key: String, _ names: String, _ identifiers: String, to json: inout JSONWriter
  ) {
    let names = names.split(separator: "|", omittingEmptySubsequences: false)
    let lists = identifiers.split(separator: "|", omittingEmptySubsequences: false)
    json.array(key) { json in
      for index in 0..<max(names.count, lists.count) {
        let name = index < names.count ? String(names[index]) : ""
        let list = index < lists.count ? String(lists[index]) : ""
        if name.isEmpty && list.isEmpty { continue }
        json.object { json in
          json.field("name", name.percentDecoded)
          json.array("ids") { json in
            for id in list.split(separator: ",") where id != "." {
              // ClinVar writes the prefix twice: MONDO:MONDO:0008903.
              json.value(id.withoutDoublePrefix.utf8)
            }
          }
        }
      }
    }
  }

  /// Conflicting submissions, oncogenicity and somatic impact.
  private func appendOthers(_ text: String, to json: inout JSONWriter) {
    var values: [String: String] = [:]
    for entry in text.split(separator: ";") {
      guard let equals = entry.firstIndex(of: "=") else { continue }
      values[String(entry[..<equals])] = String(entry[entry.index(after: equals)...])
    }
    func list(_ key: String, _ name: String, to json: inout JSONWriter) {
      guard let value = values[key] else { return }
      json.array(name) { json in
        // Releases until 2023 joined by an encoded semicolon.
        for part in value.percentDecoded.split(whereSeparator: { $0 == "|" || $0 == ";" }) {
          json.value(part.utf8)
        }
      }
    }
    list("CLNSIGCONF", "conflicting_submissions", to: &json)
    list("CLNSIGINCL", "included_in", to: &json)
    for (prefix, key) in [("ONC", "oncogenicity"), ("SCI", "somatic_clinical_impact")] {
      guard let classification = values[prefix] ?? values["\(prefix)INCL"] else { continue }
      json.object(key) { json in
        json.field("classification", classification.percentDecoded)
        if values[prefix] == nil { json.field("of_included_variant", true) }
        if let status = values["\(prefix)REVSTAT"] {
          json.field("review_status", status)
          if let stars = ReviewStatus.stars(status) { json.field("stars", stars) }
        }
        appendConditions(
          "conditions", values["\(prefix)DN"] ?? "", values["\(prefix)DISDB"] ?? "", to: &json)
        list("\(prefix)CONF", "conflicting_submissions", to: &json)
      }
    }
  }

  private func append(_ entry: VariantText.Entry, to json: inout JSONWriter) {
    json.field("assertion", entry[.assertion])
    json.field("route", entry.route.word)
    for (key, field) in [
      ("variation_id", EvidenceField.variationID), ("caid", .caid), ("variant", .title),
      ("gene", .gene), ("disease", .disease), ("mondo", .mondo),
      ("mode_of_inheritance", .inheritance),
    ] where !entry[field].isEmpty {
      json.field(key, entry[field])
    }
    for (key, field) in [
      ("criteria_met", EvidenceField.met), ("criteria_not_met", .notMet), ("pmids", .pmids),
    ] {
      json.array(key) { json in
        for part in entry[field].split(separator: ",") { json.value(part.utf8) }
      }
    }
    json.field(
      "criteria_scope",
      "as applied by the panel to this allele"
        + (entry.date.isEmpty ? "" : ", on \(entry.date)") + "; not this patient's")
    for (key, field) in [
      ("panel", EvidenceField.panel), ("guideline", .guideline), ("approved", .approved),
      ("published", .published), ("summary", .summary), ("url", .link), ("uuid", .uuid),
    ] where !entry[field].isEmpty {
      json.field(key, entry[field])
    }
  }
}

extension String {
  /// `%3B` as `;`: what INFO reserves is percent-encoded (VCF 4.3, section 1.2).
  fileprivate var percentDecoded: String {
    guard utf8.contains(0x25) else { return self }
    let bytes = Array(utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        decoded.append(value)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}

extension Substring {
  fileprivate var withoutDoublePrefix: Substring {
    guard let colon = firstIndex(of: ":") else { return self }
    let rest = self[index(after: colon)...]
    return rest.hasPrefix(self[...colon]) ? rest : self
  }
}
