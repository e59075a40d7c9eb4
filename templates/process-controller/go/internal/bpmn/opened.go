package bpmn

import "slices"

// opened is what waits in an instance, by key and in the order in which it was
// opened: a map alone would have another order in each replay.
type opened[T any] struct {
	keys   []string
	values map[string]T
}

func (o *opened[T]) add(key string, value T) {
	if o.values == nil {
		o.values = map[string]T{}
	}
	o.keys = append(o.keys, key)
	o.values[key] = value
}

func (o *opened[T]) get(key string) (T, bool) {
	value, ok := o.values[key]
	return value, ok
}

func (o *opened[T]) remove(key string) {
	o.keys = slices.DeleteFunc(o.keys, func(one string) bool { return one == key })
	delete(o.values, key)
}

func (o *opened[T]) all() []T {
	all := make([]T, 0, len(o.keys))
	for _, key := range o.keys {
		all = append(all, o.values[key])
	}
	return all
}
