package bpmn

import (
	"strconv"
	"unicode/utf16"
)

// Marks by which an instance is found from outside: values of the search
// attribute OpenAttribute. A mark of a message is a hash, so that it is short and
// tells nothing; a collision costs one refused delivery.
const (
	OpenAttribute = "BpmnOpen"
	TaskMark      = "task"
	IncidentMark  = "incident"
	// ManyMark stands for all marks of an instance that has too many of them for
	// an attribute.
	ManyMark = "many"
)

// MessageMark is that of an instance that waits for a message.
func MessageMark(name, correlationKey string) string {
	return "m:" + hash(name+"\n"+correlationKey)
}

// hash has 53 bits (cyrb53), and is the same in controllers of all languages.
func hash(text string) string {
	a, b := uint32(0xdeadbeef), uint32(0x41c6ce57)
	for _, unit := range utf16.Encode([]rune(text)) {
		a = (a ^ uint32(unit)) * 2654435761
		b = (b ^ uint32(unit)) * 1597334677
	}
	a = ((a ^ a>>16) * 2246822507) ^ ((b ^ b>>13) * 3266489909)
	b = ((b ^ b>>16) * 2246822507) ^ ((a ^ a>>13) * 3266489909)
	return strconv.FormatUint(uint64(b&0x1fffff)<<32+uint64(a), 36)
}
