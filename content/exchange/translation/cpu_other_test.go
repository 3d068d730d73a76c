//go:build !unix

package translation_test

import "time"

var begun = time.Now()

// cpu is how long this process has been running.
func cpu() time.Duration { return time.Since(begun) }
