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
sign-in-device = Le rôle de ce profil s’endosse avec un code du dispositif MFA `{ $serial }`. La session n’est gardée qu’en mémoire, jusqu’à sa fin ; vos choix sont conservés.
sign-in-code = Code du dispositif
sign-in-checking = Demande du rôle à AWS
sign-in-with-code = Se connecter
code-shape = Un code de dispositif MFA a six chiffres
cli-code-prompt = Code du dispositif MFA { $serial }, pour le profil { $profile }
cli-code-shape-hint = Répétez la commande et saisissez le code que le dispositif affiche maintenant.
cli-code-unasked = Le profil `{ $profile }` endosse son rôle avec un code du dispositif MFA `{ $serial }`, et il n’y a pas de terminal où le demander
cli-code-unasked-hint = Exécutez la commande dans un terminal. Là où personne ne peut répondre, comme dans un script, ouvrez une session avec l’AWS CLI et utilisez un second profil avec la ligne `credential_process = aws configure export-credentials --profile { $name } --format process`.
