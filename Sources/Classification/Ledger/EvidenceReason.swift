// SPDX-License-Identifier: MIT

/// Why a row of the ledger says what it says.
package enum EvidenceReason: UInt8, Sendable, CaseIterable {
  case none
  // Section 1.
  case touchesFunctional, touchesNothing, noGeneModels, noElementTrack
  // Established dosage-sensitive genes and regions.
  case containsGene, containsRegion, containsNestedInterval, partOfRegion, noRecurrentIntervals
  case nestedForOtherDirection
  case noTranscriptModel, outsideTranscript, nonCodingTranscript
  case removes5PrimeCoding, removes5PrimeUntranslated
  case removes3PrimeUntranslated, lastExonWithPathogenic, lastExonWithoutPathogenic
  case lastExonUnknown, noSmallVariants, removes3PrimeExons
  // The PVS1 trees.
  case intronOnly, untranslatedOnly, frameLostDecay, criticalRegion, commonInPopulation
  case moreThanTenth, lessThanTenth, startLost, startLostBesidePathogenic
  case tandemProven, tandemPresumed, notTandem, noFrameEffect
  // Established benign.
  case insideBenign, overlapsBenign
  case sameContent, smallerIntact, smallerBroken, largerSameGenes, largerMoreGenes
  // Gains and genes.
  case containsHaploinsufficient, oneBreakpoint, breaksOtherGene
  // Predictions.
  case predictedTwice, noPredictionMet, noPredictions, noHaploinsufficiencyIndex, noConstraint
  // Section 3.
  case geneCount
  // 4O.
  case commonRecord, noCommonRecord, noPopulationRecords, recessiveGeneInside, noSexFrequency
  case benignAlready, establishedAlready, breaksGeneInRecord
  // What another row leaves no room for.
  case outranked, excluded, otherSection5
  // What only people know.
  case needsLiterature, needsFamily, needsPhenotype
  case stated, statedCapped, probandTwice, phenotypeTwice
  // What relatives' calls say.
  case deNovo, unaffectedParent, segregates, notSegregating
  case parentNotExamined, noParentNamed, noParentGenotype, parentUnclear, sexNotStated
  case phenotypeNotStated, fromBothParents, mosaicParent, bothCopies, carrierMother, patientsDiffer

  /// What the reports say.
  package var words: String {
    switch self {
    case .none: "no finding"
    case .touchesFunctional: "touches a gene or a curated functional element"
    case .touchesNothing: "touches no protein-coding gene and no curated element"
    case .noGeneModels: "no gene models"
    case .noElementTrack: "no track of functional elements"
    case .containsGene: "contains the whole gene"
    case .containsRegion: "contains the whole region"
    case .containsNestedInterval: "contains a recurrent interval that counts as the region"
    case .partOfRegion: "covers part of the region"
    case .noRecurrentIntervals: "no recurrent intervals"
    case .nestedForOtherDirection:
      "contains a recurrent interval that counts as the region for the other direction, a person decides"
    case .noTranscriptModel: "no transcript model"
    case .outsideTranscript: "inside ClinGen's interval, outside the transcript"
    case .nonCodingTranscript: "non-coding transcript"
    case .removes5PrimeCoding: "removes the 5' end with coding sequence"
    case .removes5PrimeUntranslated: "removes 5' UTR only"
    case .removes3PrimeUntranslated: "removes 3' UTR only"
    case .lastExonWithPathogenic: "removes the last exon, where pathogenic variants are known"
    case .lastExonWithoutPathogenic: "removes the last exon, where no pathogenic variant is known"
    case .lastExonUnknown: "removes the last exon; pathogenic variants there not looked up"
    case .noSmallVariants: "no ClinVar small variants"
    case .removes3PrimeExons: "removes the 3' end with more than the last exon"
    case .intronOnly: "no exon touched"
    case .untranslatedOnly: "untranslated exon sequence only"
    case .frameLostDecay: "frame lost, nonsense-mediated decay expected"
    case .criticalRegion: "no decay expected; pathogenic variants in the removed part"
    case .commonInPopulation: "loss of these exons is common in the population"
    case .moreThanTenth: "no decay expected; more than 10 % of the protein"
    case .lessThanTenth: "no decay expected; 10 % of the protein or less"
    case .startLost: "start codon lost"
    case .startLostBesidePathogenic: "start codon lost; pathogenic variants in the removed part"
    case .tandemProven: "proven tandem, frame lost, decay expected"
    case .tandemPresumed: "presumed tandem, frame lost, decay expected"
    case .notTandem: "proven not in tandem"
    case .noFrameEffect: "no known effect on the reading frame"
    case .insideBenign: "lies inside an established benign interval"
    case .overlapsBenign: "overlaps an established benign interval and holds more"
    case .sameContent: "same genes as an established benign gain"
    case .smallerIntact: "inside an established benign gain, no gene broken"
    case .smallerBroken: "inside an established benign gain, a gene may be broken"
    case .largerSameGenes: "larger than an established benign gain, no further genes"
    case .largerMoreGenes: "overlaps an established benign gain, further genes"
    case .containsHaploinsufficient: "contains a whole haploinsufficient gene"
    case .oneBreakpoint: "one breakpoint in a haploinsufficient gene"
    case .breaksOtherGene: "breakpoint in a gene without established meaning"
    case .predictedTwice: "pLI/LOEUF and %HI predict haploinsufficiency"
    case .noPredictionMet: "no gene with two predictions"
    case .noPredictions: "no pLI, LOEUF and %HI"
    case .noHaploinsufficiencyIndex: "no %HI"
    case .noConstraint: "no pLI and LOEUF"
    case .geneCount: "protein-coding genes"
    case .commonRecord: "inside a common population record"
    case .noCommonRecord: "inside no common population record"
    case .noPopulationRecords: "no population records"
    case .recessiveGeneInside: "a gene of recessive disease is touched"
    case .noSexFrequency: "no sex-specific frequency"
    case .benignAlready: "common variation is counted in section 2"
    case .establishedAlready: "an established gene or region is scored in section 2"
    case .breaksGeneInRecord: "inside a common record, but a gene may be broken"
    case .outranked: "section 2 counts its highest item"
    case .excluded: "excluded by another criterion"
    case .otherSection5: "another criterion of section 5 is met"
    case .needsLiterature: "needs case and literature review"
    case .needsFamily: "needs family data"
    case .needsPhenotype: "needs the patient's phenotype"
    case .stated: "stated by the user"
    case .statedCapped: "stated by the user, beyond the cap"
    case .probandTwice: "the same case is counted elsewhere"
    case .phenotypeTwice: "the phenotype is counted in 2K"
    case .deNovo: "in neither parent, parentage assumed, points by the patient's phenotype"
    case .unaffectedParent: "inherited from an unaffected parent, needs the patient's phenotype"
    case .segregates: "affected relatives have it and none speaks against it"
    case .notSegregating: "does not segregate, needs the patient's phenotype"
    case .parentNotExamined: "no calls of a parent"
    case .noParentNamed: "the pedigree names no other parent"
    case .noParentGenotype: "no genotype of a parent"
    case .parentUnclear: "a parent's calls or copies leave it unclear"
    case .sexNotStated: "sex not stated"
    case .phenotypeNotStated: "the pedigree does not say whether affected"
    case .fromBothParents: "inherited from both parents"
    case .mosaicParent: "a parent has it in some cells"
    case .bothCopies: "both copies are changed, a parent passes one on"
    case .carrierMother: "X-linked, from an unaffected mother"
    case .patientsDiffer: "patients of the call differ, see --split-samples"
    }
  }
}
