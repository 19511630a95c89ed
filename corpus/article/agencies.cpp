// Source: the agencies' own sites for their names and abbreviations (members of the Federation of
// Arab News Agencies, FANA, of the Organisation of Asia-Pacific News Agencies, OANA, and of the
// European Alliance of News Agencies, EANA); the other spellings are those that Arabic papers and
// sites print under articles.
#include "corpus/article/agencies.h"

#include <array>
#include <string>
#include <unordered_map>

#include "corpus/article/name_key.h"

namespace warraq::corpus {
namespace {

struct Entry {
  Creditor creditor;
  std::string_view forms;  ///< further spellings, separated by |
};

constexpr CreditKind kAgency = CreditKind::agency;
constexpr CreditKind kOutlet = CreditKind::outlet;

constexpr std::array kCreditors{
    // The world's.
    Entry{{"رويترز", "GB", kAgency}, "رويتر|رويرتز|Reuters"},
    Entry{{"أ ف ب", "FR", kAgency},
          "فرانس برس|فرنس برس|الفرنسية|الصحافة الفرنسية|الأنباء الفرنسية|AFP"},
    Entry{{"أ ب", "US", kAgency},
          "أسوشيتد برس|أسوشييتد برس|أسوشيتدبرس|أسوشيتدر برس|أسوشيتد بريس|الأسوشيتد برس|"
          "اسوشيتد برس|أسوشيتد|AP|Associated Press"},
    Entry{{"د ب أ", "DE", kAgency}, "الألمانية|الأنباء الألمانية|الصحافة الألمانية|DPA"},
    Entry{{"إفي", "ES", kAgency}, "الإسبانية|EFE"},
    Entry{{"أنسا", "IT", kAgency}, "الإيطالية|ANSA"},
    Entry{{"آكي", "IT", kAgency}, "آكي الإيطالية|AKI"},
    Entry{{"بلومبرغ", "US", kAgency}, "بلومبيرغ|بلومبرج|Bloomberg"},
    Entry{{"يو بي آي", "US", kAgency}, "UPI|يونايتد برس إنترناشونال|يونايتد برس"},
    Entry{{"CNN", "US", kAgency}, "سي إن إن|سي ان ان|CNN بالعربية|CNN Arabic|CNN Business"},
    Entry{{"شينخوا", "CN", kAgency}, "الصين الجديدة|أنباء الصين الجديدة|Xinhua"},
    Entry{{"سبوتنيك", "RU", kAgency}, "Sputnik"},
    Entry{{"تاس", "RU", kAgency}, "إيتار تاس|ايتار-تاس|TASS"},
    Entry{{"إنترفاكس", "RU", kAgency}, "انترفاكس|Interfax"},
    Entry{{"نوفوستي", "RU", kAgency}, "ريا نوفوستي|RIA Novosti"},
    Entry{{"الأناضول", "TR", kAgency}, "أنباء الأناضول|Anadolu|AA"},
    Entry{{"كيودو", "JP", kAgency}, "Kyodo"},
    Entry{{"يونهاب", "KR", kAgency}, "Yonhap"},
    Entry{{"إرنا", "IR", kAgency}, "ارنا|الجمهورية الإسلامية للأنباء|IRNA"},
    Entry{{"فارس", "IR", kAgency}, "فارس للأنباء|أنباء فارس"},
    Entry{{"تسنيم", "IR", kAgency}, "تسنيم الدولية للأنباء"},
    Entry{{"مهر", "IR", kAgency}, "مهر للأنباء"},
    Entry{{"إسنا", "IR", kAgency}, "ISNA"},
    // The Arab countries'.
    Entry{{"وام", "AE", kAgency}, "أنباء الإمارات|الأنباء الإماراتية|WAM"},
    Entry{{"واس", "SA", kAgency}, "الأنباء السعودية|SPA"},
    Entry{{"أ ش أ", "EG", kAgency}, "أنباء الشرق الأوسط|الشرق الأوسط للأنباء|MENA"},
    Entry{{"سانا", "SY", kAgency}, "العربية السورية للأنباء|الأنباء السورية|SANA"},
    Entry{{"بترا", "JO", kAgency}, "الأنباء الأردنية|Petra"},
    Entry{{"كونا", "KW", kAgency}, "الأنباء الكويتية|KUNA"},
    Entry{{"قنا", "QA", kAgency}, "الأنباء القطرية|QNA"},
    Entry{{"بنا", "BH", kAgency}, "أنباء البحرين|BNA"},
    Entry{{"العمانية", "OM", kAgency}, "الأنباء العمانية|ONA"},
    Entry{{"وفا", "PS", kAgency}, "الأنباء والمعلومات الفلسطينية|الأنباء الفلسطينية|WAFA"},
    Entry{{"معا", "PS", kAgency}, "معا الإخبارية"},
    Entry{{"صفا", "PS", kAgency}, "الصحافة الفلسطينية"},
    Entry{{"واع", "IQ", kAgency}, "الأنباء العراقية|INA"},
    Entry{{"نينا", "IQ", kAgency}, "الوطنية العراقية للأنباء|NINA"},
    Entry{{"شفق نيوز", "IQ", kAgency}, "شفق"},
    Entry{{"الوطنية للإعلام", "LB", kAgency}, "الوطنية اللبنانية|الوطنية للاعلام|NNA"},
    Entry{{"المركزية", "LB", kAgency}, "الأنباء المركزية"},
    Entry{{"سبأ", "YE", kAgency}, "سبأ نت|الأنباء اليمنية|Saba"},
    Entry{{"سونا", "SD", kAgency}, "السودان للأنباء|الأنباء السودانية|SUNA"},
    Entry{{"وال", "LY", kAgency}, "الأنباء الليبية|LANA"},
    Entry{{"وات", "TN", kAgency}, "تونس أفريقيا للأنباء|تونس إفريقيا للأنباء|TAP"},
    Entry{{"واج", "DZ", kAgency}, "و أ ج|الأنباء الجزائرية|APS"},
    Entry{{"و م ع", "MA", kAgency}, "ماب|المغرب العربي للأنباء|المغرب العربي|MAP"},
    Entry{{"و م أ", "MR", kAgency}, "الموريتانية للأنباء|AMI"},
    Entry{{"صونا", "SO", kAgency}, "الأنباء الصومالية|SONNA"},
    Entry{{"وكالات", "", kAgency}, "الوكالات|وكالات الأنباء|وكالات أنباء|Agencies"},
    // Those who put their own name where an agency's stands.
    Entry{{"العربية.نت", "AE", kOutlet}, "العربية|قناة العربية|العربية نت وقناة العربية"},
    Entry{{"الحدث", "AE", kOutlet}, "قناة الحدث|الحدث.نت"},
    Entry{{"سكاي نيوز عربية", "AE", kOutlet}, "سكاي نيوز|Sky News Arabia"},
    Entry{{"فرانس 24", "FR", kOutlet}, "France 24|فرانس24"},
    Entry{{"بي بي سي", "GB", kOutlet}, "بي بي سي عربي|بي بي سي نيوز|BBC|BBC عربي"},
    Entry{{"الجزيرة نت", "QA", kOutlet}, "الجزيرة|الجزيرة.نت|قناة الجزيرة"},
    Entry{{"دويتشه فيله", "DE", kOutlet}, "DW|دويتشه فيلله"},
    Entry{{"روسيا اليوم", "RU", kOutlet}, "RT|آر تي|RT Arabic"},
    Entry{{"الحرة", "US", kOutlet}, "قناة الحرة|موقع الحرة"},
    Entry{{"مونت كارلو الدولية", "FR", kOutlet}, "مونت كارلو"},
    Entry{{"يورونيوز", "FR", kOutlet}, "Euronews"},
    Entry{{"الميادين", "LB", kOutlet}, "الميادين نت"},
    Entry{{"الشرق الأوسط", "GB", kOutlet}, "صحيفة الشرق الأوسط"},
    Entry{{"الحياة", "GB", kOutlet}, "صحيفة الحياة"},
    Entry{{"القدس العربي", "GB", kOutlet}, ""},
    Entry{{"العربي الجديد", "GB", kOutlet}, ""},
    Entry{{"إيلاف", "GB", kOutlet}, ""},
    Entry{{"البيان", "AE", kOutlet}, "صحيفة البيان"},
    Entry{{"الخليج", "AE", kOutlet}, "صحيفة الخليج"},
    Entry{{"الاتحاد", "AE", kOutlet}, "صحيفة الاتحاد"},
    Entry{{"القافلة", "SA", kOutlet}, "مجلة القافلة"},
    Entry{{"البوابة العربية للأخبار التقنية", "", kOutlet}, "البواية العربية للأخبار التقنية"},
};

/// «الأنباء الكويتية» is a paper and «الصحافة الفرنسية» is France's press, where no «وكالة» stands
/// before them.
constexpr Creditor kPaper{"", "", kOutlet};

constexpr std::string_view kAgencyWord = "وكالة";

using CreditorsByKey = std::unordered_map<std::string, const Creditor*>;

void add_form(std::string_view form, const Creditor& creditor, CreditorsByKey& table) {
  const bool needs_agency_word = form.starts_with("الأنباء ") || form.starts_with("الصحافة ");
  table.emplace(name_key(form), needs_agency_word ? &kPaper : &creditor);
  if (needs_agency_word) table.emplace(name_key(kAgencyWord) + name_key(form), &creditor);
}

CreditorsByKey creditors_by_key() {
  CreditorsByKey table;
  for (const Entry& entry : kCreditors) {
    add_form(entry.creditor.name, entry.creditor, table);
    std::string_view forms = entry.forms;
    while (!forms.empty()) {
      const std::size_t bar = std::min(forms.find('|'), forms.size());
      add_form(forms.substr(0, bar), entry.creditor, table);
      forms.remove_prefix(std::min(bar + 1, forms.size()));
    }
  }
  return table;
}

/// Longer than any name in the table, as text.
constexpr std::size_t kLongestName = 120;

}  // namespace

const Creditor* find_creditor(std::string_view text) {
  static const CreditorsByKey kTable = creditors_by_key();
  if (text.size() > kLongestName) return nullptr;
  const std::string key = name_key(text);
  if (const auto found = kTable.find(key); found != kTable.end()) return found->second;
  static const std::string kBefore = name_key(kAgencyWord);
  if (!key.starts_with(kBefore)) return nullptr;
  const auto found = kTable.find(key.substr(kBefore.size()));
  return found == kTable.end() ? nullptr : found->second;
}

}  // namespace warraq::corpus
