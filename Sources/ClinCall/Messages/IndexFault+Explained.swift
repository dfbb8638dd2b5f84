// SPDX-License-Identifier: MIT

import HTS

extension IndexFault: Explained {
  package var sentence: String {
    switch fault {
    case .unsorted:
      "\(path): the calls are not sorted by contig and position, so -W cannot index them; sort the input "
        + "(bcftools sort) or leave -W out; nothing was published"
    case .notWritten:
      "\(path): its index could not be written; make room or leave -W out; nothing was published"
    }
  }

  package var exitStatus: ExitStatus { fault == .unsorted ? .malformedInput : .inputOutput }
}
