// SPDX-License-Identifier: MIT

/// What a pedigree and the relatives' calls say about one call.
package struct FamilyFacts: Sendable, Hashable {
  package enum Finding: UInt8, Sendable, CaseIterable {
    /// No pedigree, or no carrier of the call is an affected child of it.
    case noPatient
    /// Both parents were examined and neither has the call.
    case deNovo
    /// Passed on by a parent whom the pedigree calls unaffected.
    case unaffectedParent
    /// Passed on by an affected parent, and no relative speaks against it.
    case segregating
    /// Passed on by an affected parent; an affected relative lacks it or an unaffected one has it.
    case notSegregating
    /// Nothing that section 5 could use; ``reason`` says why.
    case uninformative
  }

  package var finding = Finding.noPatient
  package var reason = EvidenceReason.none
  /// The patient's number in the pedigree.
  package var patient: UInt32 = 0
  /// The patient's sample name, so that a case of section 4 that bears it is not counted again; empty where
  /// patients differ.
  package var patientName = ""
  /// Whom ``reason`` is about.
  package var relative: UInt32?
  /// Affected relatives who have the call, the patient not among them.
  package var segregations: Int32 = 0

  package init() {}

  package init(
    _ finding: Finding, _ reason: EvidenceReason, patient: UInt32, name: String,
    relative: UInt32? = nil, number: Int32 = 0
  ) {
    self.finding = finding
    self.reason = reason
    self.patient = patient
    patientName = name
    self.relative = relative
    segregations = number
  }

  var record: RecordReference {
    relative.map { RecordReference(.person, $0) } ?? .none
  }

  /// Whether the relatives' calls say that the call was passed on.
  var isInherited: Bool {
    finding == .unaffectedParent || finding == .segregating || finding == .notSegregating
  }
}
