// Package lambda stands in for AWS's: Debian has none. It holds a handler as Lambda's environment does.
package lambda

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"sync"
)

// Start takes each line on standard input for an invocation and answers with a line of JSON. The line
// {"at_once": 20} is as many, started together, and answers with a line of all answers.
func Start[T any](handle func(context.Context) (T, error)) {
	invoke := func() map[string]any {
		answer, err := handle(context.Background())
		if err != nil {
			return map[string]any{"error": err.Error()}
		}
		return map[string]any{"answer": answer}
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var event struct {
			AtOnce int `json:"at_once"`
		}
		_ = json.Unmarshal(lines.Bytes(), &event)
		var said any
		if event.AtOnce == 0 {
			said = invoke()
		} else {
			answers := make([]map[string]any, event.AtOnce)
			var all sync.WaitGroup
			for nth := range answers {
				all.Add(1)
				go func(nth int) { defer all.Done(); answers[nth] = invoke() }(nth)
			}
			all.Wait()
			said = answers
		}
		line, _ := json.Marshal(said)
		fmt.Println(string(line))
	}
}
