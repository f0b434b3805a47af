"""The control words of rich text that decide what is seen, by what they do."""

from __future__ import annotations

_UNSEEN_DESTINATIONS = (
    "fonttbl colortbl stylesheet info pict objdata objclass objname header headerl headerr "
    "headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn "
    "fldinst listtext pntext pn xe tc tcn rxe txe private nonshppict annotation atnid atnauthor "
    "atnref atrfstart atrfend bkmkstart bkmkend sp sn sv do filetbl revtbl listtable "
    "listoverridetable template themedata datastore datafield formfield pgptbl rsidtbl "
    "generator userprops xmlnstbl mmathPr latentstyles falt panose shprslt"
)
UNSEEN = frozenset(_UNSEEN_DESTINATIONS.split())
"""Destinations whose text is not the document's, `shprslt` because it repeats a text box."""

BLOCK_ENDS = frozenset({"par", "sect", "page", "column", "nestrow", "\n", "\r"})
"""What ends a paragraph, among it a line's end after a backslash, as Macs write it."""

SIGNS = {
    "line": "\n",
    "lbr": "\n",
    "softline": "\n",
    "tab": " ",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "~": "\u00a0",
    "_": "\u2011",
    "-": "",
    "{": "{",
    "}": "}",
    "\\": "\\",
}
"""Control words and symbols that stand for signs; an optional hyphen is not seen."""

CODE_PAGES = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp850",
}
"""The code pages of fonts' character sets (`fcharset`); any other is the document's own."""
