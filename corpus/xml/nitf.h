// The body of an NITF document, which NewsML-G2 carries too.
#pragma once

#include "corpus/markup/record_fields.h"
#include "corpus/markup/tree.h"

namespace warraq::corpus {

/// Adds what a <body> holds; fields that have a value already keep it.
void add_nitf_body(RecordFields& fields, const Element& body);

}  // namespace warraq::corpus
