// Everything that the page says, in Arabic and in English.
#pragma once

#include "searcher/serve/page/html.h"

namespace warraq::searcher::serve::phrase {

// The page
inline constexpr Phrase kName{"ورّاق", "Warraq"};
inline constexpr Phrase kOtherLanguage{"English", "العربية"};
inline constexpr Phrase kSkip{"تجاوز إلى النتائج", "Skip to the results"};
inline constexpr Phrase kFrontTitle{"ورّاق — بحث في أرشيف الأخبار", "Warraq — news archive search"};
inline constexpr Phrase kFrontHeading{"ابحث في أرشيف الأخبار", "Search the news archive"};

// The form
inline constexpr Phrase kSearch{"ابحث", "Search"};
inline constexpr Phrase kQuery{"كلمات البحث", "Search words"};
inline constexpr Phrase kPlaceholder{"كلمة أو عبارة", "Word or phrase"};
inline constexpr Phrase kOptions{"خيارات البحث", "Search options"};
inline constexpr Phrase kFrom{"من تاريخ", "From"};
inline constexpr Phrase kTo{"إلى تاريخ", "To"};
inline constexpr Phrase kDateHint{"سنة أو شهر أو يوم: 2018، أو آذار 2018، أو",
                                  "A year, month or day: 2018, March 2018 or"};
inline constexpr Phrase kSort{"الترتيب", "Order"};
inline constexpr Phrase kRelevance{"الأوثق صلة", "Most relevant"};
inline constexpr Phrase kNewest{"الأحدث", "Newest"};
inline constexpr Phrase kOldest{"الأقدم", "Oldest"};
inline constexpr Phrase kAllWords{"كل الكلمات معًا", "All of the words"};
inline constexpr Phrase kExact{"الكلمات بصيغتها كما كُتبت", "Words exactly as written"};
inline constexpr Phrase kNoVariants{"دون صيغ الأسماء الأخرى", "No other spellings of names"};
inline constexpr Phrase kCollapse{"ضمّ المقالات المتشابهة", "Group similar articles"};

// Results
inline constexpr Phrase kResults{"نتائج البحث", "Search results"};
inline constexpr Phrase kArticles{"المقالات", "Articles"};
inline constexpr Phrase kNothingFound{"لم يُعثر على شيء", "Nothing found"};
inline constexpr Phrase kShown{"، المعروض", ", showing"};
inline constexpr Phrase kGrouped{" بعد ضمّ المتشابه (من ", ", similar articles grouped ("};
inline constexpr Phrase kNotes{"ملاحظات على البحث", "Notes on the search"};
inline constexpr Phrase kMeant{"هل تقصد", "Did you mean"};
inline constexpr Phrase kWiden{"لتوسيع البحث", "To find more"};
inline constexpr Phrase kNearby{"الكلمات متقاربة", "The words near one another"};
inline constexpr Phrase kAnywhere{"الكلمات في أي موضع", "The words anywhere"};
inline constexpr Phrase kFewerWords{"بكلمات أقل", "Fewer words"};
inline constexpr Phrase kLessAsked{"بشروط أقل", "Fewer conditions"};
inline constexpr Phrase kWidenHint{
    "جرّب كلمات أقل أو أعمّ، أو احذف شرطًا من الشروط أعلاه، أو راجع الإملاء.",
    "Try fewer or more general words, remove one of the conditions above, or check the spelling."};
inline constexpr Phrase kSpellings{"صيغ أخرى للكلمات", "Other spellings"};
inline constexpr Phrase kVariants{"بُحث أيضًا عن", "Also searched"};
inline constexpr Phrase kWithoutVariants{"ابحث دونها كلها", "Search without all of them"};
inline constexpr Phrase kExcludeVariant{"لا تبحث عن", "Do not search"};
inline constexpr Phrase kExcludedVariants{"لم يُبحث عن", "Not searched"};
inline constexpr Phrase kIncludeVariant{"ابحث أيضًا عن", "Also search"};
inline constexpr Phrase kIncludeVariants{"أعِدها كلها", "Put all back"};
inline constexpr Phrase kFilters{"شروط البحث", "Conditions"};
inline constexpr Phrase kRemove{"أزِل", "Remove"};
inline constexpr Phrase kRemoveAll{"أزِلها كلها", "Remove all"};
inline constexpr Phrase kGroup{"نسخ مقالة واحدة", "Copies of one article"};
inline constexpr Phrase kCopies{"نُشرت أيضًا", "Also published"};
inline constexpr Phrase kAllCopies{"كل النسخ", "All copies"};
inline constexpr Phrase kUntitled{"بلا عنوان", "Untitled"};
inline constexpr Phrase kPages{"صفحات النتائج", "Pages of results"};
inline constexpr Phrase kPage{"الصفحة", "Page"};
inline constexpr Phrase kBeyondLast{"لا نتائج في هذه الصفحة.",
                                    "This page is beyond the last result."};
inline constexpr Phrase kLastPage{"إلى الصفحة الأخيرة", "To the last page"};
inline constexpr Phrase kPrevious{"السابقة", "Previous"};
inline constexpr Phrase kNext{"التالية", "Next"};
inline constexpr Phrase kToResults{"إلى أول النتائج", "To the first results"};
inline constexpr Phrase kExport{"تصدير النتائج كلها", "Export all results"};

// Counts
inline constexpr Phrase kFacets{"ضيّق النتائج", "Narrow down"};
inline constexpr Phrase kSource{"المصدر", "Source"};
inline constexpr Phrase kCategory{"القسم", "Section"};
inline constexpr Phrase kAuthor{"الكاتب", "Author"};
inline constexpr Phrase kAgency{"الوكالة", "Agency"};
inline constexpr Phrase kMore{"وغيرها", "and more"};
inline constexpr Phrase kTimeline{"عبر الزمن", "Over time"};
inline constexpr Phrase kWeekOf{"أسبوع", "Week of"};
inline constexpr Phrase kUndated{"بلا تاريخ", "undated"};

// The front page
inline constexpr Phrase kHolds{"في الأرشيف", "The archive holds"};
inline constexpr Phrase kBegin{"ابدأ من هنا", "Start here"};
inline constexpr Phrase kHelp{"كيف تبحث", "How to search"};
inline constexpr Phrase kHelpWords{"عن موضوع، الأوثق صلة أولًا",
                                   "about a topic, most relevant first"};
inline constexpr Phrase kHelpPhrase{"عن كلمات متجاورة", "words next to each other"};
inline constexpr Phrase kHelpExact{"عن كلمة بصيغتها هذه", "a word in exactly this form"};
inline constexpr Phrase kHelpSigns{"عمّا يذكر هذه ولا يذكر تلك", "with this, without that"};
inline constexpr Phrase kHelpEither{"عن إحداهما", "one or the other"};
inline constexpr Phrase kHelpPrefix{"عمّا يبدأ بهذه الحروف", "words starting with…"};
inline constexpr Phrase kHelpNear{"عن كلمتين متقاربتين", "words near one another"};
inline constexpr Phrase kHelpTitle{"في العنوان", "in the headline"};
inline constexpr Phrase kHelpDate{"في زمن بعينه", "in a given period"};

// An article
inline constexpr Phrase kBack{"عودة إلى النتائج", "Back to the results"};
inline constexpr Phrase kHome{"إلى صفحة البحث", "To the search page"};
inline constexpr Phrase kDate{"التاريخ", "Date"};
inline constexpr Phrase kOriginal{"المقالة في موقعها", "Original page"};
inline constexpr Phrase kData{"بيانات المقالة (JSON)", "Article data (JSON)"};
inline constexpr Phrase kCaption{"تعليق الصورة", "Caption"};
inline constexpr Phrase kCut{"المقالة أطول من أن تُعرض هنا كاملة؛ النص كله في بياناتها.",
                             "The article is too long to be shown whole; its data has all of it."};
inline constexpr Phrase kSimilar{"مقالات مشابهة", "Similar articles"};
inline constexpr Phrase kDuplicates{"نسخ من هذه المقالة", "Copies of this article"};

// What went wrong
inline constexpr Phrase kProblem{"تعذّر البحث", "The search failed"};
inline constexpr Phrase kNoSuchDate{"هذا التاريخ غير موجود.", "There is no such date."};
inline constexpr Phrase kBackwards{"تاريخ البداية بعد تاريخ النهاية؛ اكتب الأسبق أولًا.",
                                   "The dates run backwards; put the earlier one first."};
inline constexpr Phrase kTooDeep{"في الاستعلام أقواس متداخلة أكثر مما يُحتمل.",
                                 "The query's brackets nest too deep."};
inline constexpr Phrase kNoWord{"ليس في الاستعلام كلمة يُبحث عنها.",
                                "The query holds no word to search for."};
inline constexpr Phrase kTooFar{"لا تُعرض صفحات أبعد من هذه؛ ضيّق البحث أو صدّر النتائج كلها.",
                                "No pages are shown beyond this; narrow the search, or export it."};
inline constexpr Phrase kTooLong{"الاستعلام أطول مما يُقبل.", "The query is too long."};
inline constexpr Phrase kNotUnderstood{"لم يُفهم الطلب.", "The request was not understood."};
inline constexpr Phrase kTooSlow{"طال البحث فأُوقف؛ ضيّقه وأعد المحاولة.",
                                 "The search took too long; narrow it and try again."};
inline constexpr Phrase kNoArchive{"الأرشيف غير متاح الآن؛ أعد المحاولة بعد قليل.",
                                   "The archive is not available now; try again in a moment."};
inline constexpr Phrase kFirstPage{"إلى الصفحة الأولى", "To the first page"};
inline constexpr Phrase kDetails{"تفاصيل تقنية", "Details"};
inline constexpr Phrase kFailed{"حدث خطأ غير متوقع.", "Something went wrong."};
inline constexpr Phrase kNotFound{"لا صفحة هنا", "No such page"};
inline constexpr Phrase kNoArticle{"ليست في الأرشيف مقالة بهذا المعرّف.",
                                   "The archive has no article of this id."};

}  // namespace warraq::searcher::serve::phrase
