#include "indexer/archive/dictionaries.h"

#include "indexer/archive/schema.h"

namespace warraq::archive {

std::vector<std::string> dictionaries_of(const Xapian::Database& database) {
  const std::string prefix(metadata::kDictionaryPrefix);
  std::vector<std::string> dictionaries;
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key) {
    dictionaries.push_back(database.get_metadata(*key));
  }
  return dictionaries;
}

void keep_dictionary(Xapian::WritableDatabase& database, const TextDictionary& dictionary) {
  database.set_metadata(dictionary_key(dictionary.id()), dictionary.bytes());
}

}  // namespace warraq::archive
