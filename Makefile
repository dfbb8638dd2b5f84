# ClinCall: `make demo` shows it, `make test` proves it; both install what is missing.
#
#   make build     the release binary at .build/release/clincall, with the embedded knowledge base
#   make demo      annotates the files of testdata/ and shows the result
#   make test      every test, the number of skipped ones, and the reasons
#   make install   PREFIX=/usr/local
#   make format    rewrites the sources in the house style
#   make lint      style and warnings as errors
#   make bench     times ClinCall beside bgzip, bcftools, bedtools and vcfanno on generated inputs
#   make bench-alleles CLINVAR=FILE INPUT=FILE   times and checks exact alleles beside bgzip and bcftools
#   make bench-tables   times reading array calls beside bedtools sort
#   make pages     docs/formats.md anew, from the readers' own documentation
#   make docs      the articles and the library's documentation as a site in .build/docs
#   make concordance  docs/concordance.md anew, from the published table in ../shared
#   make tables    makes the snapshot's text tables anew from a knowledge base: KB=FOLDER
#   make clean     removes build results and the compiled snapshot

PREFIX ?= /usr/local
SWIFT ?= swift
# Swift's own libraries inside of the program: it runs where no Swift is installed and starts in half the time.
# `make STATIC=` for a Swift that comes without them.
STATIC ?= --static-swift-stdlib
CLINCALL = .build/release/clincall
TABLES = Sources/CSnapshot/tables
SNAPSHOT = Sources/CSnapshot/snapshot.kb
STORE_SOURCES = $(wildcard Sources/KnowledgeBase/*.swift Sources/KnowledgeBase/*/*.swift)

INPUT ?= calls.vcf.gz
BENCH ?= .build/bench

.PHONY: pages docs bench bench-tables bench-alleles all build demo test install format lint tables clean system test-tools
all: build

# Debian packages the build needs; the check is a header and costs nothing when they are there.
system:
	@sh .ci/install-packages libhts-dev pkg-config

# What the tests judge ClinCall by.
test-tools: system
	@sh .ci/install-packages bcftools bedtools tabix graphviz curl python3-jsonschema

build: $(SNAPSHOT)/manifest.json
	$(SWIFT) build -c release $(STATIC) --product clincall

# The command compiles the text tables; touching the C file has the next build embed them.
$(SNAPSHOT)/manifest.json: $(wildcard $(TABLES)/*.tsv) $(STORE_SOURCES) | system
	$(SWIFT) build -c release $(STATIC) --product clincall
	$(CLINCALL) kb build -o $(SNAPSHOT) \
	  --dosage-genes $(TABLES)/dosage_genes.tsv \
	  --dosage-regions $(TABLES)/dosage_regions.tsv \
	  --recurrent $(TABLES)/recurrent_intervals.tsv \
	  --gene-validity $(TABLES)/gene_validity.tsv --actionability $(TABLES)/actionability.tsv \
	  --genes $(TABLES)/genes_grch37.tsv $(TABLES)/genes_grch38.tsv \
	  --hgnc $(TABLES)/gene_groups.tsv --cytobands $(TABLES)/cytobands.tsv \
	  --constraint $(TABLES)/gene_constraint.tsv --dosage-scores $(TABLES)/dosage_scores.tsv
	@touch $(SNAPSHOT)/manifest.json Sources/CSnapshot/snapshot.c

demo: build
	@echo "\n== one row a call: clincall annotate -g GRCh38 --columns ... testdata/bed/array.bed"
	@$(CLINCALL) annotate -g GRCh38 \
	  --columns chrom,start,end,type,cytoband,hi_genes,cnv_score,cnv_class,cnv_evidence \
	  testdata/bed/array.bed | grep -v '^##'
	@echo "\n== every overlap: clincall annotate --mode overlap testdata/vcf/germline.vcf"
	@$(CLINCALL) annotate --mode overlap testdata/vcf/germline.vcf | grep -v '^##' | cut -f 1-3,5-8,11-14,17
	@echo "\n== the annotated VCF: clincall annotate -O vcf testdata/vcf/germline.vcf"
	@$(CLINCALL) annotate -O vcf testdata/vcf/germline.vcf | grep -v '^##'
	@echo "\n== one call explained: clincall classify chr17:43044295-43125482 --type loss -g GRCh38"
	@$(CLINCALL) classify chr17:43044295-43125482 --type loss -g GRCh38
	@echo "\n== what the embedded knowledge base holds: clincall kb info"
	@$(CLINCALL) kb info | head -6

test: build test-tools
	@STATIC="$(STATIC)" sh .ci/test

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(CLINCALL) $(DESTDIR)$(PREFIX)/bin/clincall

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

lint: system
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests
	$(SWIFT) build --build-tests -Xswiftc -warnings-as-errors

# Beside the tools that do parts of it; the inputs come from ../shared/bench and are kept in .build/bench.
bench: build test-tools
	@sh .ci/install-packages vcfanno python3-numpy
	@sh .ci/bench $(BENCH)

bench-alleles: build test-tools
	$(SWIFT) build -c release $(STATIC) --product bench-lookup
	@sh .ci/bench-alleles "$(CLINVAR)" "$(INPUT)"

bench-tables: build test-tools
	@sh .ci/bench-tables

tables:
	$(CLINCALL) kb export -k "$(KB)" -o $(TABLES)

clean:
	rm -rf .build $(SNAPSHOT)/manifest.json $(SNAPSHOT)/GRCh37.kb $(SNAPSHOT)/GRCh38.kb

# The test that makes the page fails by design when it has written it.
pages: build
	sh .ci/format-pages $(CLINCALL)

concordance: build
	-RECORD_EXPECTED=1 $(SWIFT) test --filter ConcordanceTests

# The compiler's own docc: no plug-in is needed. A link that leads nowhere is an error.
docs: system
	$(SWIFT) package dump-symbol-graph --minimum-access-level public >/dev/null
	for module in ClinCall KnowledgeBase; do \
	  rm -rf .build/docs/$$module .build/symbols && mkdir -p .build/docs .build/symbols && \
	  cp .build/*/symbolgraph/$$module.symbols.json .build/symbols && \
	  docc convert Sources/$$module/$$module.docc --additional-symbol-graph-dir .build/symbols \
	    --output-path .build/docs/$$module --fallback-display-name $$module \
	    --fallback-bundle-identifier org.$$module --warnings-as-errors || exit 1; \
	done
	@echo "sites: .build/docs/ClinCall, .build/docs/KnowledgeBase (python3 -m http.server -d FOLDER)"
