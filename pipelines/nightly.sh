#!/bin/sh
# Annotates every VCF of a folder; made for cron.
#
#   nightly.sh INPUT_FOLDER OUTPUT_FOLDER
#
# A finished file is under its final name and whole; what failed has no output, is named on standard
# error, and makes the job exit 1 after the other files were done. Exit 3 says that all were done and that a
# pathogenic call is among them, which standard error names. Running again does only what is missing.
set -u
input=$1
output=$2
status=0
mkdir -p "$output"
for file in "$input"/*.vcf "$input"/*.vcf.gz; do
  [ -e "$file" ] || continue
  name=$(basename "$file" .gz)
  name=${name%.vcf}
  # clincall publishes its outputs together: the report stands for all.
  [ -e "$output/$name.ndjson.gz" ] && continue
  clincall annotate "$file" -o "$output/$name.clincall.vcf.gz" -o "$output/$name.ndjson.gz" \
    --summary "$output/$name.summary.json" --fail-on P --force
  case $? in
    0) ;;
    3) [ $status -eq 0 ] && status=3 ;;
    *) status=1 ;;
  esac
done
exit $status
