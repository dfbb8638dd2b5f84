// SPDX-License-Identifier: MIT

package import Calls
package import Classification
import Genome

extension FamilyAnnotator {
  /// What the family says about a call: the facts of section 5.
  ///
  /// Patients are the carriers whom the pedigree calls affected and whose parents it names. Where several
  /// carry the call and their families say different things, nothing is concluded.
  package func facts(of call: Call, in batch: CallBatch) -> FamilyFacts {
    var facts: FamilyFacts?
    for case let person? in carriers(of: call, in: batch) where pedigree[person].hasParent {
      guard pedigree[person].isAffected != false,
        let transmission = transmission(of: call, to: person, in: batch)
      else { continue }
      let own = self.facts(of: call, person, transmission, batch)
      if let facts, facts.finding != own.finding || facts.reason != own.reason {
        return FamilyFacts(.uninformative, .patientsDiffer, patient: facts.patient, name: "")
      }
      if facts == nil { facts = own }
    }
    return facts ?? FamilyFacts()
  }

  private func facts(
    of call: Call, _ patient: UInt32, _ transmission: Transmission, _ batch: CallBatch
  ) -> FamilyFacts {
    let person = pedigree[patient]
    let name = String(decoding: person.name, as: UTF8.self)
    func uninformative(_ reason: EvidenceReason, _ who: UInt32?) -> FamilyFacts {
      FamilyFacts(.uninformative, reason, patient: patient, name: name, relative: who)
    }
    guard person.isAffected == true else { return uninformative(.phenotypeNotStated, patient) }
    let parent: UInt32?
    switch transmission.inheritance {
    case .deNovo: return FamilyFacts(.deNovo, .deNovo, patient: patient, name: name)
    case .biparental: return uninformative(.fromBothParents, nil)
    case .maternalMosaic: return uninformative(.mosaicParent, person.mother)
    case .paternalMosaic: return uninformative(.mosaicParent, person.father)
    case .maternal: parent = person.mother
    case .paternal: parent = person.father
    case .notMaternal: return missing(transmission.father, person.father, of: patient, name)
    case .notPaternal: return missing(transmission.mother, person.mother, of: patient, name)
    case .unclear:
      return transmission.mother == .unclear || transmission.mother == .sexUnknown
        ? missing(transmission.mother, person.mother, of: patient, name)
        : missing(transmission.father, person.father, of: patient, name)
    case .unknown:
      return transmission.mother == .irrelevant || person.mother == nil
        ? missing(transmission.father, person.father, of: patient, name)
        : missing(transmission.mother, person.mother, of: patient, name)
    }
    guard let parent else { return uninformative(.noParentNamed, patient) }
    if isMoreThanOneCopy(call) { return uninformative(.bothCopies, patient) }
    guard let isAffected = pedigree[parent].isAffected else {
      return uninformative(.phenotypeNotStated, parent)
    }
    guard isAffected else {
      // A healthy mother is what an X-linked disorder of sons looks like.
      if isSexLinked(call), person.sex == .male, call.contig == .x {
        return uninformative(.carrierMother, parent)
      }
      return FamilyFacts(
        .unaffectedParent, .unaffectedParent, patient: patient, name: name, relative: parent)
    }
    return segregation(of: call, patient, from: parent, name, batch)
  }

  /// Why a parent's calls do not answer.
  private func missing(
    _ presence: Presence, _ parent: UInt32?, of patient: UInt32, _ name: String
  ) -> FamilyFacts {
    let reason: EvidenceReason =
      switch presence {
      case .unclear: .parentUnclear
      case .noGenotype: .noParentGenotype
      case .sexUnknown: .sexNotStated
      case .unnamed: .noParentNamed
      default: .parentNotExamined
      }
    let who = presence == .sexUnknown || presence == .unnamed ? patient : parent
    return FamilyFacts(.uninformative, reason, patient: patient, name: name, relative: who)
  }

  /// Whether the call takes or adds more than the one copy that a parent passes on.
  private func isMoreThanOneCopy(_ call: Call) -> Bool {
    guard call.copyNumber.isKnown, call.expectedCopyNumber.isKnown else { return false }
    return abs(call.copyNumber.thousandths - call.expectedCopyNumber.thousandths) > 1_000
  }

  /// An affected parent passed it on: how many affected relatives have it, and whether any relative's
  /// state contradicts.
  ///
  /// Of the parent's side alone, whose call it is. Healthy female relatives do not contradict on X, where they are carriers.
  private func segregation(
    of call: Call, _ patient: UInt32, from parent: UInt32, _ name: String, _ batch: CallBatch
  ) -> FamilyFacts {
    var segregations: Int32 = 0
    var contradiction: UInt32?
    let side = [parent] + pedigree.bloodRelatives(of: parent)
    for relative in side where relative != patient {
      let other = pedigree[relative]
      guard let isAffected = other.isAffected else { continue }
      switch (presence(of: call, in: relative, batch), isAffected) {
      case (.present, true): segregations += 1
      case (.present, false):
        if isSexLinked(call), call.contig == .x, other.sex != .male { continue }
        contradiction = contradiction ?? relative
      case (.absent, true): contradiction = contradiction ?? relative
      default: continue
      }
    }
    if let contradiction {
      return FamilyFacts(
        .notSegregating, .notSegregating, patient: patient, name: name, relative: contradiction)
    }
    return FamilyFacts(
      .segregating, .segregates, patient: patient, name: name, number: segregations)
  }
}
