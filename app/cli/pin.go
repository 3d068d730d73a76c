package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/crypto/bcrypt"
)

// PinFile is the staff code's hash, in the folder of --data.
const PinFile = "staff.pin"

// pinForm is what can be typed at the staff door.
var pinForm = regexp.MustCompile(`^[0-9]{4,12}$`)

var errPin = errors.New("a staff code is 4 to 12 digits, on one line of standard input")

// pin sets the code of the staff door.
func pin(_ context.Context, env Env, args []string) (int, error) {
	fs := env.flags("vigil pin", "[--data DIR] <CODE")
	data := fs.String("data", dataDir(), "`folder` of what the kiosk keeps")
	if err := parse(fs, args, 0); err != nil {
		return misuse, err
	}
	line, err := bufio.NewReader(io.LimitReader(env.In, 64)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return found, fmt.Errorf("read the code: %w", err)
	}
	code := strings.TrimSpace(line)
	if !pinForm.MatchString(code) {
		return misuse, misused{errPin}
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(code), bcrypt.DefaultCost)
	if err != nil {
		return found, fmt.Errorf("hash the code: %w", err)
	}
	if err := os.MkdirAll(*data, 0o700); err != nil {
		return found, fmt.Errorf("make the folder of the code: %w", err)
	}
	if err := os.WriteFile(filepath.Join(*data, PinFile), append(hash, '\n'), 0o600); err != nil {
		return found, fmt.Errorf("write the code: %w", err)
	}
	fmt.Fprintln(env.Out, "The staff door opens with this code: five quick taps in the upper left corner, then the code.")
	return good, nil
}
