package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// mostHeld is how long a PDF stays for the program that prints it.
const mostHeld = 2 * time.Minute

// handToPrinter asks Windows to have a PDF printed by the program that opens such files,
// on the default printer. Windows has no command of its own that prints PDF: where no
// program has the verb Print for it, as where Edge alone opens it, this fails and the
// visitor is told to ask. The file is removed after two minutes, for the program gives
// no sign when it has read it. Not tried on a machine: there was none with Windows.
func handToPrinter(ctx context.Context, pdf []byte) error {
	folder, err := os.MkdirTemp("", "vigil")
	if err != nil {
		return err
	}
	time.AfterFunc(mostHeld, func() { os.RemoveAll(folder) })
	file := filepath.Join(folder, "sheet.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		return err
	}
	// The name is handed over in the environment, where nothing in it is a command.
	cmd := exec.CommandContext(ctx, "powershell", "-NoProfile", "-NonInteractive", "-Command", "Start-Process -FilePath $env:VIGIL_SHEET -Verb Print -WindowStyle Hidden -ErrorAction Stop")
	cmd.Env = append(os.Environ(), "VIGIL_SHEET="+file)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w for PDF: %w: %s", errNoPrinter, err, bytes.TrimSpace(out))
	}
	return nil
}
