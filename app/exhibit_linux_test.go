package main

import (
	"bufio"
	"context"
	"fmt"
	"image/color"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/go-gl/glfw/v3.4/glfw"

	"vigil/app/cli"
	"vigil/app/kiosk"
	"vigil/app/ui"
)

// A test runs the whole program, with its window, as a process of its own that can be
// killed: it starts the test's own binary again, which with this variable set is vigil
// under a clock that begins at the time it holds, and takes orders.
const clockVariable = "VIGIL_TEST_CLOCK"

// ordersFile is the descriptor by which orders come.
const ordersFile = 3

func TestMain(m *testing.M) {
	if clock := os.Getenv(clockVariable); clock != "" {
		os.Exit(exhibited(clock))
	}
	os.Exit(tested(m))
}

// exhibited is main with another clock.
func exhibited(clock string) int {
	x := &obedient{}
	if err := x.set(clock); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return cli.Main(ctx, cli.Env{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Window: x.window, Preview: x.preview}, os.Args[1:])
}

// obedient is the kiosk in the process that a test started.
type obedient struct {
	exhibit exhibit
	clock   atomic.Int64 // ns since 1970
	once    sync.Once
}

func (x *obedient) set(clock string) error {
	at, err := time.Parse(time.RFC3339Nano, clock)
	if err != nil {
		return fmt.Errorf("read the clock: %w", err)
	}
	x.clock.Store(at.UnixNano())
	return nil
}

func (x *obedient) now() time.Time { return time.Unix(0, x.clock.Load()).UTC() }

func (x *obedient) window(ctx context.Context, k cli.Kiosk) error {
	x.exhibit = exhibit{options: k, begin: time.Now(), now: x.now, sticks: oneStick{}, painted: x.painted}
	return x.exhibit.run(ctx)
}

// preview is the preview in the process that a test started, which takes the same orders.
func (x *obedient) preview(ctx context.Context, p cli.Preview) error {
	d := newDesk(p)
	d.opened = func() {
		x.exhibit = exhibit{shell: d.shell, window: d.window, monitors: &monitors{}}
		x.ready()
	}
	return d.run(ctx)
}

// painted begins to take orders when the page has the size of its monitor: a window
// has another one for its first frames.
func (x *obedient) painted(shell *kiosk.Shell, _ string) {
	if !x.exhibit.options.Windowed && !fills(shell.Content().Size()) {
		return
	}
	x.ready()
}

// ready says so once, and begins to take orders.
func (x *obedient) ready() {
	x.once.Do(func() {
		fmt.Fprintln(os.Stderr, ready)
		go x.obey()
	})
}

// ready is the line by which a kiosk says that it can be touched.
const ready = "ready"

func fills(size fyne.Size) bool {
	mode := glfw.GetPrimaryMonitor().GetVideoMode()
	return mode != nil && size == fyne.NewSize(float32(mode.Width), float32(mode.Height))
}

// obey carries out orders, one a line, and says so when each is done.
func (x *obedient) obey() {
	orders := bufio.NewScanner(os.NewFile(ordersFile, "orders"))
	for orders.Scan() {
		order, rest, _ := strings.Cut(orders.Text(), " ")
		fyne.DoAndWait(func() {
			if err := x.do(order, rest); err != nil {
				fmt.Fprintln(os.Stderr, "failed:", err)
			}
			fmt.Fprintln(os.Stderr, "done: "+orders.Text())
		})
	}
}

func (x *obedient) do(order, rest string) error {
	switch order {
	case "clock":
		if err := x.set(rest); err != nil {
			return err
		}
		x.exhibit.shell.Tick()
	case "count":
		fmt.Fprintln(os.Stderr, "monitors:", x.exhibit.monitors.Count())
	case "watch":
		x.exhibit.monitors.OnChange(func(count int) { fmt.Fprintln(os.Stderr, "changed:", count) })
	case "open":
		return x.exhibit.monitors.Open(x.plain(rest), heard("second"), heardRune("second"))
	case "follow":
		return x.exhibit.monitors.Open(x.plain(rest), nil, nil)
	case "close":
		x.exhibit.monitors.Close()
	case "outline":
		of := x.exhibit.shell.Screen().Body
		switch rest {
		case "all":
			of = x.exhibit.shell.Content()
		case "window":
			of = x.exhibit.window.Content()
		}
		if second := x.exhibit.monitors.stage; rest == "second" && second != nil {
			of = second
		}
		for _, item := range ui.Outline(of) {
			fmt.Fprintf(os.Stderr, "it says %q\n", item.Text)
		}
	case "listen":
		first := x.exhibit.window.Canvas()
		first.Unfocus()
		first.SetOnTypedKey(heard("first"))
		first.SetOnTypedRune(heardRune("first"))
	default:
		return fmt.Errorf("no order is called %q", order)
	}
	return nil
}

// plain is a page of one colour, R G B, with words on it.
func (x *obedient) plain(colour string) fyne.CanvasObject {
	var fill color.NRGBA
	if _, err := fmt.Sscanf(colour, "%d %d %d", &fill.R, &fill.G, &fill.B); err != nil {
		fmt.Fprintln(os.Stderr, "failed:", err)
	}
	fill.A = 255
	look := x.exhibit.shell.Look()
	words := look.Words(ui.Type{Size: ui.Lead, Ink: look.Palette.Ink}, "a page of "+colour)
	return look.Below(words, canvas.NewRectangle(fill))
}

func heard(window string) func(*fyne.KeyEvent) {
	return func(ev *fyne.KeyEvent) { fmt.Fprintln(os.Stderr, window, "hears key", ev.Name) }
}

func heardRune(window string) func(rune) {
	return func(r rune) { fmt.Fprintln(os.Stderr, window, "hears rune", string(r)) }
}

// running is a kiosk that a test has started.
type running struct {
	t       *testing.T
	on      display
	process *exec.Cmd
	orders  *os.File

	mu    sync.Mutex
	lines []string // that it has written
	ended bool     // and it will write no more
	read  int      // of them, what the test has waited for
}

// start runs the kiosk on a display, with its clock at a time, until the test ends or
// kills it. The lines of --trace are read from it.
func start(t *testing.T, on display, clock time.Time, args ...string) *running {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	theirs, ours, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer theirs.Close()
	r := &running{t: t, on: on, orders: ours, process: exec.Command(self, append(slices.Clone(args), "--trace")...)}
	r.process.Env = append(os.Environ(), append(on.environment(), clockVariable+"="+clock.Format(time.RFC3339Nano))...)
	r.process.ExtraFiles = []*os.File{theirs}
	said, err := r.process.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	begin(t, r.process)
	t.Cleanup(func() {
		ours.Close()
		if t.Failed() {
			t.Logf("the kiosk said:\n%s", strings.Join(r.said(), "\n"))
		}
	})
	lines := bufio.NewScanner(said)
	lines.Buffer(nil, 1<<20)
	go r.listen(lines)
	eventually(t, "the kiosk fills its monitor", func() bool { return slices.Contains(r.said(), ready) || r.over() })
	return r
}

func (r *running) listen(said *bufio.Scanner) {
	for said.Scan() {
		r.mu.Lock()
		r.lines = append(r.lines, said.Text())
		r.mu.Unlock()
	}
	r.mu.Lock()
	r.ended = true
	r.mu.Unlock()
}

// over reports whether the kiosk has ended.
func (r *running) over() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.ended
}

// said is all that the kiosk has written.
func (r *running) said() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.lines)
}

// wait waits for a line after those that were waited for before, and returns it.
func (r *running) wait(what string, is func(line string) bool) string {
	r.t.Helper()
	at := r.find(r.read, what, is)
	r.read = at + 1
	return r.said()[at]
}

// find waits for a line from the one at an index on, and returns where it is.
func (r *running) find(from int, what string, is func(line string) bool) int {
	r.t.Helper()
	at := -1
	eventually(r.t, what, func() bool {
		over := r.over() // before it is looked for: its last words count
		said := r.said()
		if at = slices.IndexFunc(said[from:], is); at >= 0 {
			at += from
			return true
		}
		if over {
			r.t.Fatalf("the kiosk has ended before this came to pass: %s", what)
		}
		return false
	})
	return at
}

// hears waits for a line that is just so.
func (r *running) hears(line string) {
	r.t.Helper()
	r.wait("the kiosk says "+line, func(l string) bool { return l == line })
}

// shows waits until a route is painted in the first window.
func (r *running) shows(route string) {
	r.t.Helper()
	r.wait(route+" is painted", func(l string) bool { return strings.HasPrefix(l, "painted ") && strings.HasSuffix(l, " ms "+route) })
}

// showsSecond waits until something with such words is painted in the second window.
func (r *running) showsSecond(words string) {
	r.t.Helper()
	r.wait(words+" is painted in the second window", func(l string) bool { return l == fmt.Sprintf("second says %q", words) })
	r.wait("the second window is painted", func(l string) bool { return strings.HasPrefix(l, "second painted ") })
}

// order has the kiosk do something that no visitor could, and waits until it is done.
// What the kiosk says meanwhile can be waited for after it.
func (r *running) order(words string) {
	r.t.Helper()
	from := len(r.said())
	if _, err := fmt.Fprintln(r.orders, words); err != nil {
		r.t.Fatalf("order %s: %v", words, err)
	}
	r.find(from, words+" is done", func(line string) bool { return line == "done: "+words })
}

// set puts the kiosk's clock forward, or back, and has it look at it.
func (r *running) set(clock time.Time) {
	r.t.Helper()
	r.order("clock " + clock.Format(time.RFC3339Nano))
}

// outline is what the page in the first window says, in the order of reading.
func (r *running) outline() []string { return r.outlineOf("first") }

// outlineOf is what a window says, the first or the second; all is the first with what
// lies over its page, and window all that is in it.
func (r *running) outlineOf(window string) []string {
	r.t.Helper()
	from := len(r.said())
	r.order("outline " + window)
	return quoted(r.said()[from:], "it says ")
}

// quoted are the words of the lines that begin so.
func quoted(lines []string, begin string) []string {
	var out []string
	for _, line := range lines {
		if rest, ok := strings.CutPrefix(line, begin); ok {
			if words, err := strconv.Unquote(rest); err == nil {
				out = append(out, words)
			}
		}
	}
	return out
}

// click presses on what leads to a route or does an action, or else has these words, or
// begins with them where … stands behind them, on the page as it was painted last. It
// waits until there is such a thing.
func (r *running) click(what string) {
	r.t.Helper()
	var x, y int
	eventually(r.t, what+" can be touched", func() (ok bool) {
		x, y, ok = target(r.said(), what)
		return ok
	})
	r.press(x, y)
}

// press presses a finger on a place, px.
func (r *running) press(x, y int) {
	r.t.Helper()
	r.point(x, y)
	r.on.xdotool(r.t, "sleep", "0.05", "click", "1")
}

// point moves the pointer to a place, px from the top left of the first monitor; the
// window there has the keys then, on Wayland too. It moves twice: a pointer that comes
// into a nested compositor is only where it is said to be once it moves there.
func (r *running) point(x, y int) {
	r.t.Helper()
	r.on.xdotool(r.t, "mousemove", fmt.Sprint(x+2), fmt.Sprint(y), "sleep", "0.05", "mousemove", fmt.Sprint(x), fmt.Sprint(y), "sleep", "0.05")
}

// target is the middle of a thing that the last page painted has.
func target(said []string, what string) (x, y int, found bool) {
	end := len(said)
	for end > 0 && !strings.HasPrefix(said[end-1], "painted ") {
		end--
	}
	for i := end - 2; i >= 0 && !strings.HasPrefix(said[i], "painted "); i-- {
		var left, top, width, height float64
		var action, words string
		if _, err := fmt.Sscanf(said[i], "target %f %f %f %f %q %q", &left, &top, &width, &height, &action, &words); err != nil {
			continue
		}
		if action == what || words == what || strings.HasSuffix(what, "…") && strings.HasPrefix(words, strings.TrimSuffix(what, "…")) {
			return int(left + width/2), int(top + height/2), true
		}
	}
	return 0, 0, false
}

// key presses keys by their X names, such as Next, F5 or shift+F5.
func (r *running) key(names ...string) {
	r.t.Helper()
	r.on.xdotool(r.t, append([]string{"key"}, names...)...)
}

// photograph writes a picture of one monitor, counted from 0, to a PNG.
func (r *running) photograph(monitor int, file string) {
	r.t.Helper()
	r.on.photograph(r.t, monitor, file)
}

// kill ends the kiosk as a power cut does.
func (r *running) kill() {
	r.t.Helper()
	if err := r.process.Process.Kill(); err != nil {
		r.t.Fatal(err)
	}
	eventually(r.t, "the kiosk is gone", r.over)
}
