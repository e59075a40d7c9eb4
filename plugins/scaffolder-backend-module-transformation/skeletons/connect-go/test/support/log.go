package support

import (
	"encoding/json"
	"slices"
	"sync"
)

// Log keeps what a logger writes, parsed.
type Log struct {
	mutex sync.Mutex
	lines []map[string]any
}

func (l *Log) Write(text []byte) (int, error) {
	var line map[string]any
	if err := json.Unmarshal(text, &line); err != nil {
		return 0, err
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.lines = append(l.lines, line)
	return len(text), nil
}

// Last returns the newest line in which this key has this value.
func (l *Log) Last(key string, value any) map[string]any {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for _, line := range slices.Backward(l.lines) {
		if line[key] == value {
			return line
		}
	}
	return nil
}
