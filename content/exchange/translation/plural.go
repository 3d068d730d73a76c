package translation

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"vigil/content"
	"vigil/i18n"
)

// gettext is how PO counts in a language: an expression that gives the number of the form
// for n, and the forms by their number.
type gettext struct {
	expression string
	order      []string // CLDR's names of the forms
}

func (g gettext) header() string {
	return fmt.Sprintf("nplurals=%d; plural=(%s);", len(g.order), g.expression)
}

// index is the number of a form, or -1 where whole numbers do not take it.
func (g gettext) index(form string) int { return slices.Index(g.order, form) }

// expressions are the ways to count that CLDR knows of whole numbers. Which is a
// language's, is found by trying.
var expressions = []string{
	"0",
	"n != 1",
	"n > 1",
	"n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2",
	"n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2",
	"n==1 ? 0 : n>=2 && n<=4 ? 1 : 2",
	"n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5",
	"n==1 ? 0 : n==2 ? 1 : n>10 && n%10==0 ? 2 : 3",
	"n==1 ? 0 : n==2 ? 1 : 2",
	"n==0 ? 0 : n==1 ? 1 : 2",
	"n==1 ? 0 : n==0 || n%100>=1 && n%100<=19 ? 1 : 2",
	"n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3",
	"n%10==1 && (n%100<11 || n%100>19) ? 0 : n%10>=2 && (n%100<11 || n%100>19) ? 1 : 2",
	"n%10==0 || n%100>=11 && n%100<=19 ? 0 : n%10==1 && n%100!=11 ? 1 : 2",
	"n%10!=1",
	"n%10!=1 || n%100==11",
	"n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4",
	"n==1 || n==11 ? 0 : n==2 || n==12 ? 1 : n>=3 && n<=19 ? 2 : 3",
	"n==1 ? 0 : n==0 || n%100>=2 && n%100<=10 ? 1 : n%100>=11 && n%100<=19 ? 2 : 3",
	"n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5",
	"n%10==1 && n%100!=11 && n%100!=71 && n%100!=91 ? 0 : n%10==2 && n%100!=12 && n%100!=72 && n%100!=92 ? 1 : " +
		"(n%10==3 || n%10==4 || n%10==9) && (n%100<10 || n%100>19 && n%100<70 || n%100>79 && n%100<90) ? 2 : n!=0 && n%1000000==0 ? 3 : 4",
	"n%10==4 || n%10==6 || n%10==9",
	"n<2 ? 0 : n<=10 ? 1 : 2",
	"n>1 && (n<11 || n>99)",
	"n%10==1 ? 0 : n%10==2 ? 1 : n%20==0 ? 2 : 3",
}

// tried are the numbers by which ways to count are told apart.
var tried = func() []int {
	var out []int
	for n := range 1203 {
		out = append(out, n)
	}
	return append(out, 100_000, 1_000_000, 1_000_001, 2_000_000)
}()

// gettextOf is how PO counts in a language; one that no expression fits counts like English.
func gettextOf(lang content.Lang) gettext {
	taken := map[string]bool{}
	for _, n := range tried {
		taken[i18n.FormOf(lang, n)] = true
	}
	order := slices.DeleteFunc([]string{"zero", "one", "two", "few", "many", "other"}, func(f string) bool { return !taken[f] })
	for _, e := range expressions {
		rule, err := parseExpression(e)
		if err == nil && !slices.ContainsFunc(tried, func(n int) bool {
			i := rule(n)
			return i >= len(order) || order[i] != i18n.FormOf(lang, n)
		}) {
			return gettext{e, order}
		}
	}
	return gettext{"n != 1", []string{"one", "other"}}
}

// formsOf names the plural forms that a PO file has of a message, by their number: by the
// file's own expression where it has one that can be read, for some tools bring their own,
// else by the language.
func formsOf(lang content.Lang, header string, n int) []string {
	own := gettextOf(lang)
	_, expression, _ := strings.Cut(header, "plural=")
	expression, _, _ = strings.Cut(expression, ";")
	rule, err := parseExpression(expression)
	out := make([]string, n)
	copy(out, own.order)
	if err != nil {
		return named(out)
	}
	seen := map[int]bool{}
	for _, number := range tried {
		if i := rule(number); i < n && !seen[i] {
			seen[i] = true
			out[i] = i18n.FormOf(lang, number)
		}
	}
	return named(out)
}

// named gives forms that are twice, or have no name, a name that no language has.
func named(forms []string) []string {
	for i, f := range forms {
		if f == "" || slices.Contains(forms[:i], f) {
			forms[i] = "form" + strconv.Itoa(i)
		}
	}
	return forms
}

// parseExpression reads an expression of C as PO has it: n, numbers, || && == != < <= > >=
// + - * / % ! ? : and brackets. The function gives 0 where a number is divided by zero.
func parseExpression(s string) (func(n int) int, error) {
	p := &expressionParser{rest: strings.TrimSpace(s)}
	if len(s) > 2000 {
		return nil, fmt.Errorf("the rule for plural forms is too long")
	}
	f := p.choice(0)
	if p.failed || p.rest != "" {
		return nil, fmt.Errorf("the rule for plural forms cannot be read")
	}
	return func(n int) int { return max(f(n), 0) }, nil
}

type expressionParser struct {
	rest   string
	failed bool
}

// take reads one of the signs, if it stands there.
func (p *expressionParser) take(signs ...string) string {
	p.rest = strings.TrimLeft(p.rest, " \t")
	for _, s := range signs {
		if strings.HasPrefix(p.rest, s) {
			p.rest = strings.TrimLeft(p.rest[len(s):], " \t")
			return s
		}
	}
	return ""
}

type rule func(n int) int

func (p *expressionParser) choice(depth int) rule {
	if depth > 50 {
		p.failed = true
		return nil
	}
	if p.failed {
		return nil
	}
	condition := p.chain(0, depth)
	if p.take("?") == "" {
		return condition
	}
	yes := p.choice(depth + 1)
	if p.take(":") == "" {
		p.failed = true
		return nil
	}
	no := p.choice(depth + 1)
	return func(n int) int {
		if condition(n) != 0 {
			return yes(n)
		}
		return no(n)
	}
}

// signs are the operators from the loosest to the closest; of two that begin alike the longer first.
var signs = [][]string{{"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}}

func (p *expressionParser) chain(level, depth int) rule {
	if level == len(signs) {
		return p.single(depth)
	}
	left := p.chain(level+1, depth)
	for !p.failed {
		sign := p.take(signs[level]...)
		if sign == "" {
			break
		}
		a, b := left, p.chain(level+1, depth)
		left = func(n int) int { return operate(sign, a(n), b(n)) }
	}
	return left
}

func (p *expressionParser) single(depth int) rule {
	if depth > 50 {
		p.failed = true
	}
	if p.failed {
		return nil
	}
	switch {
	case p.take("!") != "":
		f := p.single(depth + 1)
		return func(n int) int { return truth(f(n) == 0) }
	case p.take("(") != "":
		f := p.choice(depth + 1)
		if p.take(")") == "" {
			p.failed = true
		}
		return f
	case p.take("n") != "":
		return func(n int) int { return n }
	}
	end := strings.IndexFunc(p.rest, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(p.rest)
	}
	value, err := strconv.Atoi(p.rest[:end])
	if err != nil || value > 1_000_000_000 {
		p.failed = true
		return nil
	}
	p.rest = p.rest[end:]
	return func(int) int { return value }
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func operate(sign string, a, b int) int {
	switch sign {
	case "||":
		return truth(a != 0 || b != 0)
	case "&&":
		return truth(a != 0 && b != 0)
	case "==":
		return truth(a == b)
	case "!=":
		return truth(a != b)
	case "<":
		return truth(a < b)
	case "<=":
		return truth(a <= b)
	case ">":
		return truth(a > b)
	case ">=":
		return truth(a >= b)
	case "+":
		return a + b
	case "-":
		return a - b
	case "*":
		return a * b
	}
	if b == 0 {
		return 0
	}
	if sign == "/" {
		return a / b
	}
	return a % b
}
