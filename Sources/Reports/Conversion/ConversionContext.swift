// SPDX-License-Identifier: MIT

package import Genome

/// What every conversion of a run is made with.
package struct ConversionContext: Sendable {
  package let provenance: Provenance
  package let build: GenomeBuild
  package let inputs: [ReportContext.Input]
  /// The sample columns of VCF, in order.
  package let samples: [[UInt8]]

  package init(
    provenance: Provenance, build: GenomeBuild, inputs: [ReportContext.Input], samples: [[UInt8]]
  ) {
    self.provenance = provenance
    self.build = build
    self.inputs = inputs
    self.samples = samples
  }
}
