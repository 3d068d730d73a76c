package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/crypto/bcrypt"

	"vigil/app/kept"
)

// pinFiles are the hashes of the codes, in the folder of --data, by whose they are.
var pinFiles = map[string]string{"staff": "staff.pin", "educator": "educator.pin"}

// PinFile is the file of a role's code, in the folder of --data.
func PinFile(role string) string { return pinFiles[role] }

// pinForm is what can be typed at the staff door.
var pinForm = regexp.MustCompile(`^[0-9]{4,12}$`)

var (
	errPin  = errors.New("a code is 4 to 12 digits, on one line of standard input")
	errRole = errors.New("--role is staff or educator")
	errSame = errors.New("the other role has this code already: choose another one, or the door could not tell who is there")
)

// pin sets the code of the staff door, or the one that educators open it with.
func pin(_ context.Context, env Env, args []string) (int, error) {
	fs := env.flags("vigil pin", "[--role staff|educator] [--data DIR] <CODE")
	data := fs.String("data", dataDir(), "`folder` of what the kiosk keeps")
	role := fs.String("role", "staff", "whose code it is: `staff` or educator")
	if err := parse(fs, args, 0); err != nil {
		return misuse, err
	}
	if PinFile(*role) == "" {
		return misuse, misused{errRole}
	}
	line, err := bufio.NewReader(io.LimitReader(env.In, 64)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return found, fmt.Errorf("read the code: %w", err)
	}
	code := strings.TrimSpace(line)
	if !pinForm.MatchString(code) {
		return misuse, misused{errPin}
	}
	for other, file := range pinFiles {
		hash, err := os.ReadFile(filepath.Join(*data, file))
		if other != *role && err == nil && Opens(hash, code) {
			return misuse, misused{errSame}
		}
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(code), bcrypt.DefaultCost)
	if err != nil {
		return found, fmt.Errorf("hash the code: %w", err)
	}
	if err := (kept.File{Dir: *data, Name: PinFile(*role)}).Write(append(hash, '\n')); err != nil {
		return found, fmt.Errorf("keep the code: %w", err)
	}
	fmt.Fprintln(env.Out, opened[*role])
	return good, nil
}

// opened says what a code is good for.
var opened = map[string]string{
	"staff":    "The staff door opens with this code: five quick taps in the upper left corner, then the code.",
	"educator": "Educators begin a class with this code: five quick taps in the upper left corner, then the code.",
}

// Opens reports whether a code is the one of a hash, as pin writes it.
func Opens(hash []byte, code string) bool {
	return bcrypt.CompareHashAndPassword(bytes.TrimSpace(hash), []byte(code)) == nil
}
