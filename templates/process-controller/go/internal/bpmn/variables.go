package bpmn

import (
	"encoding/json"
	"maps"
)

// Variables are those of an instance: JSON by name.
type Variables map[string]any

// read gives variables the type that they are to have; those that the type does
// not name are left out, those that are not there have their zero value.
func read[T any](variables Variables) (T, error) {
	var typed T
	text, err := json.Marshal(variables)
	if err != nil {
		return typed, err
	}
	return typed, json.Unmarshal(text, &typed)
}

// Fits says whether variables have the types that T names, for the answer of a
// user task.
func Fits[T any](variables Variables) error {
	_, err := read[T](variables)
	return err
}

// merge sets variables of the instance.
func (i *Instance) merge(variables Variables) {
	maps.Copy(i.variables, variables)
}
