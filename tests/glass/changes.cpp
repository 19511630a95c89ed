#include "tests/glass/changes.h"

#include <xapian.h>

#include "tests/glass/model.h"
#include "tests/glass/write_model.h"

namespace warraq::tests {
namespace {

Xapian::docid random_docid(const Xapian::Database& database, Random& random) {
  const std::uint32_t target = 1 + below(random, database.get_lastdocid());
  auto docid = database.postlist_begin({});
  docid.skip_to(target);
  return docid == database.postlist_end({}) ? *database.postlist_begin({}) : *docid;
}

void change(Xapian::WritableDatabase& database, Random& random) {
  const std::uint32_t what = database.get_doccount() == 0 ? 0 : below(random, 4);
  if (what == 0) {
    database.add_document(to_xapian(random_document(random)));
  } else if (what == 1) {
    database.replace_document(random_docid(database, random), to_xapian(random_document(random)));
  } else if (what == 2) {
    database.delete_document(random_docid(database, random));
  } else {
    database.set_metadata("key" + std::to_string(below(random, 3)), random_bytes(random, 9));
  }
}

}  // namespace

void change_often(const std::filesystem::path& database, std::uint32_t seed, int times) {
  Random random(seed);
  Xapian::WritableDatabase writable(database.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  for (int i = 0; i < times; ++i) {
    change(writable, random);
    if (below(random, 10) == 0) writable.commit();
  }
  writable.commit();
}

}  // namespace warraq::tests
