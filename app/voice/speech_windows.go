package voice

import (
	"context"
	"strconv"
	"strings"
	"time"
)

// find asks SAPI, through .NET's System.Speech.
func find(ctx context.Context, limit time.Duration) Speaker {
	langs := strings.Fields(output(ctx, limit, "powershell", "-NoProfile", "-NonInteractive", "-Command",
		"Add-Type -AssemblyName System.Speech; (New-Object System.Speech.Synthesis.SpeechSynthesizer).GetInstalledVoices() | ForEach-Object { $_.VoiceInfo.Culture.Name }"))
	if len(langs) == 0 {
		return nil
	}
	return &program{args: sapi, langs: langs}
}

// sapi speaks what comes in by standard input, read as UTF-8. The language is
// letters alone, so that it cannot end the command it stands in.
func sapi(u Utterance) []string {
	lang := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, base(u.Lang))
	rate := min(max(int((u.Rate-1)*10), -10), 10)
	return []string{"powershell", "-NoProfile", "-NonInteractive", "-Command",
		"[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech;" +
			"$s = New-Object System.Speech.Synthesis.SpeechSynthesizer; $s.Rate = " + strconv.Itoa(rate) + ";" +
			"$v = $s.GetInstalledVoices() | Where-Object { $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq '" + lang + "' } | Select-Object -First 1;" +
			"if ($v) { $s.SelectVoice($v.VoiceInfo.Name) }; $s.Speak([Console]::In.ReadToEnd())"}
}
