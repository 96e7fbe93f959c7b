## Signing in, to IAM Identity Center or with a code of an MFA device

sign-in-confirm =
    Ouvrez { $page }
    et confirmez le code { $code }.
sign-in-waiting = En attente de votre confirmation sur cette page. Ctrl-C arrête.
sign-in-done = Le profil `{ $profile }` est connecté.
sign-in-by-cli = L’AWS CLI le connecte :
sign-in = Se connecter
sign-in-profile = Connecter le profil { $profile }
sign-in-head = Connecter `{ $profile }`
sign-in-asking = Demande d’un code à AWS
sign-in-text = Confirmez sur la page qu’elle affiche ce code. Vos choix sont conservés, et l’AWS CLI est connectée du même coup.
sign-in-open = Ouvrir la page
sign-in-wait = En attente de votre confirmation
sign-in-device = The role of this profile is assumed with a code of the MFA device `{ $serial }`. The session is kept in memory only, until it ends; what you chose stays.
sign-in-code = Code of the device
sign-in-checking = Asking AWS for the role
sign-in-with-code = Sign in
code-shape = A code of an MFA device has six digits
cli-code-prompt = Code of the MFA device { $serial }, for profile { $profile }
cli-code-shape-hint = Run it again and type the code that the device shows now.
cli-code-unasked = Profile `{ $profile }` assumes its role with a code of the MFA device `{ $serial }`, and there is no terminal to ask for it
cli-code-unasked-hint = Run it in a terminal. Where nobody can be asked, as in a script, begin a session with the AWS CLI and use a second profile with the line `credential_process = aws configure export-credentials --profile { $name } --format process`.
