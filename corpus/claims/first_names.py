"""First names that are plainly a man's or a woman's in English-language news."""

from __future__ import annotations

from corpus.claims.words import word_set

MASCULINE_NAMES = word_set(
    """
    aaron abdul abdullah adam ahmed alan albert alejandro alexander alfred ali amir anders andrew andrzej angus anthony anton
    antonio arthur ben benjamin bernard bill bob boris brian bruce carlos charles christopher craig daniel dave
    david derek diego dmitri dmitry donald douglas edgar eduardo edward emil emmanuel eric erik fernando francisco
    frank fred frederick gary geoffrey george giovanni gordon graham greg gregory gustav hans harold harry hassan
    henry herbert howard hugo hussein ian ibrahim igor ivan jack jacob jake james jan jason javier jeff jeffrey jens
    jeremy jim john jonathan jorge jose joseph josé juan karl keith kenneth kevin klaus larry lars leo leon leonard luis
    marco marcus mario mark martin matthew michael miguel mike mohamed mohammad mohammed muhammad nathan neil
    nicholas nigel oliver oscar otto pablo patrick paul pavel pedro per peter philip pierre ralph ravi raymond richard robert
    roberto roger ronald russell samuel sergei sergey simon stefan stephen steve steven stuart sven theodore thomas
    tim timothy tom tomas tony viktor vincent vladimir volodymyr walter wayne wilhelm will william yusuf
    """
)
FEMININE_NAMES = word_set(
    """
    ada agnes aisha alexandra alice alison amanda amelia amy ana andrea angela angelina anita anna anne annie
    barbara beatrice beth bianca brenda camilla carla carmen carol caroline catherine cecilia charlotte christina
    christine clara claudia cynthia daniela deborah denise diana dorothy edith eleanor elena elisa elizabeth ella
    ellen elsa emily emma erica esther eva fatima fiona florence frances gabriela giulia gloria grace greta hannah
    harriet heather helen helena ingrid irene isabel isabella jane janet jennifer jessica joanna josephine judith
    julia juliet karen katarina kate katherine kathleen laura lena linda lisa louise lucia lucy margaret maria
    marie marina martha mary megan melanie michelle monica nadia nancy natalia natalie nina nora olga olivia pamela
    patricia paula petra priya rachel rebecca rita rosa rose ruth sandra sara sarah sofia sonia sophia sophie
    stephanie susan sylvia tamara tatiana teresa tetiana theresa ursula valentina valerie vanessa veronica
    victoria virginia wendy yvonne zoe zoë
    """
)
