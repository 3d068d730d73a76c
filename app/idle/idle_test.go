package idle_test

import (
	"testing"
	"time"

	"vigil/app/idle"
)

var begin = time.Date(2026, 1, 2, 10, 0, 0, 0, time.UTC)

func at(seconds int) time.Time { return begin.Add(time.Duration(seconds) * time.Second) }

func TestWatch(t *testing.T) {
	timing := idle.Timing{Quiet: 60 * time.Second, Longer: 200 * time.Second, Countdown: 20 * time.Second}
	type moment struct {
		second  int
		felt    bool
		slow    bool
		gesture bool
		stage   idle.Stage
		left    int
	}
	for name, moments := range map[string][]moment{
		"asks, then ends":         {{second: 59}, {second: 60, stage: idle.Asking, left: 20}, {second: 70, stage: idle.Asking, left: 10}, {second: 80, stage: idle.Over}, {second: 81}},
		"a touch while it asks":   {{second: 65, stage: idle.Asking, left: 20}, {second: 70, felt: true}, {second: 129}, {second: 130, stage: idle.Asking, left: 20}},
		"longer while slow":       {{second: 100, slow: true}, {second: 199, slow: true}, {second: 200, slow: true, stage: idle.Asking, left: 20}},
		"never in a gesture":      {{second: 300, gesture: true}, {second: 359}, {second: 360, stage: idle.Asking, left: 20}},
		"a gesture while it asks": {{second: 65, stage: idle.Asking, left: 20}, {second: 80, gesture: true}, {second: 139}},
		"nobody ticked for long":  {{second: 5000, stage: idle.Asking, left: 20}, {second: 5020, stage: idle.Over}},
		"a clock set back":        {{second: -500}, {second: -441}, {second: -440, stage: idle.Asking, left: 20}},
		"slow once it has asked":  {{second: 65, stage: idle.Asking, left: 20}, {second: 70, slow: true, stage: idle.Asking, left: 15}},
	} {
		t.Run(name, func(t *testing.T) {
			w := idle.New(timing, begin)
			for _, m := range moments {
				if m.felt {
					w.Felt(at(m.second))
				}
				stage, left := w.Tick(idle.Now{Time: at(m.second), Slow: m.slow, Gesture: m.gesture})
				if stage != m.stage || left != time.Duration(m.left)*time.Second {
					t.Errorf("second %d: %v, %v left; want %v, %d s", m.second, stage, left, m.stage, m.left)
				}
			}
		})
	}
}

func TestUsualLeavesTimeToAnswer(t *testing.T) {
	usual := idle.Usual()
	if usual.Countdown < 20*time.Second || usual.Longer <= usual.Quiet {
		t.Errorf("%+v", usual)
	}
}
