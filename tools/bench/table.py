"""One Markdown table of figures, a column for each system."""


class Table:
    def __init__(self, columns):
        """`columns` are titles by system."""
        self.columns = columns
        self.rows = []
        self.missing = []

    def add(self, what, figures, form):
        """A row; `figures` are numbers by system, those that are missing become '-'."""
        self.rows.append((what, figures, form))

    def note_missing(self, program):
        if program not in self.missing:
            self.missing.append(program)

    def markdown(self):
        heads = ["what", *self.columns.values(), "Warraq/Lucene"]
        lines = [_line(heads), _line(["---", *["--:"] * (len(heads) - 1)])]
        for what, figures, form in self.rows:
            cells = [form.format(figures[name]) if name in figures else "-"
                     for name in self.columns]
            lines.append(_line([what, *cells, _ratio(figures)]))
        return "\n".join(lines)


def _ratio(figures):
    if "warraq" not in figures or not figures.get("lucene"):
        return "-"
    return f"{figures['warraq'] / figures['lucene']:.2f}"


def _line(cells):
    return "| " + " | ".join(cells) + " |"
