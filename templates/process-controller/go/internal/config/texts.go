package config

import "cmp"

// text returns a value, or what is usual.
func (r *reader) text(name, fallback string) string {
	return cmp.Or(r.getenv(name), fallback)
}

// flag is false unless it is said.
func (r *reader) flag(name string) bool {
	text := r.text(name, "false")
	if text != "true" && text != "false" {
		r.problem(name, "has to be true or false")
	}
	return text == "true"
}
