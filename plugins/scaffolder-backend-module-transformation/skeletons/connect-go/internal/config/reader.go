package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strconv"
	"strings"
)

// levels are the names that LOG_LEVEL may have.
var levels = map[string]slog.Level{
	"trace": slog.LevelDebug - 4,
	"debug": slog.LevelDebug,
	"info":  slog.LevelInfo,
	"warn":  slog.LevelWarn,
	"error": slog.LevelError,
}

// reader reads variables, and collects what is wrong with them.
type reader struct {
	getenv   func(string) string
	problems []string
}

func (r *reader) problem(name, text string) {
	r.problems = append(r.problems, fmt.Sprintf("%s: %s", name, text))
}

// wrong is an error that names every problem; nothing where there is none.
func (r *reader) wrong() error {
	if len(r.problems) == 0 {
		return nil
	}
	return errors.New("the configuration is wrong: " + strings.Join(r.problems, "; "))
}

func (r *reader) number(name string, fallback, least int) int {
	text := r.getenv(name)
	if text == "" {
		return fallback
	}
	number, err := strconv.Atoi(text)
	if err != nil || number < least {
		r.problem(name, fmt.Sprintf("has to be a whole number, %d or more", least))
	}
	return number
}

// url returns an absolute address, or nothing where the variable is not set.
func (r *reader) url(name string) string {
	text := r.getenv(name)
	if text == "" {
		return ""
	}
	if parsed, err := url.Parse(text); err != nil || parsed.Scheme == "" {
		r.problem(name, "has to be an address")
	}
	return text
}

func (r *reader) required(name string, read func(string) string) string {
	text := read(name)
	if text == "" {
		r.problem(name, "has to have a value")
	}
	return text
}

func (r *reader) level(name string) slog.Level {
	text := r.getenv(name)
	if text == "" {
		return slog.LevelInfo
	}
	level, ok := levels[text]
	if !ok {
		r.problem(name, "has to be trace, debug, info, warn or error")
	}
	return level
}
