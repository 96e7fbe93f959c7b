# How errors are shown: what failed, and what to do next.

report-failed = Échec de `{ $operation }`
report-failed-on = Échec de `{ $operation }` pour `{ $resource }`
report-request-id = requête { $id }
report-error = erreur :
report-cause = cause :
report-hint = Conseil :
report-hint-denied = Ajoutez cette instruction à une politique de la personne ou du rôle qui exécute l’assistant, ou demandez à quelqu’un qui en a le droit :
report-hint-expired = Reconnectez-vous, puis réessayez :
report-hint-expired-any = Renouvelez les informations d’identification, puis réessayez.
report-hint-no-credentials = Exécutez `aws configure sso` ou `aws configure`, définissez `AWS_PROFILE`, ou utilisez le compte d’entraînement avec `--practice`.
report-hint-later = Attendez un peu, puis réessayez.
report-hint-not-found = Vérifiez le nom, le compte et la région.
report-hint-changed = Quelque chose a changé depuis la lecture. Relisez le compte et réexaminez le plan.
report-hint-in-use = Autre chose l’utilise encore. Attendez un peu, puis réessayez.
report-hint-quota = Demandez un quota plus élevé dans Service Quotas, ou supprimez quelque chose d’inutile.
report-hint-unreachable = Vérifiez le réseau, la région et tout réglage de proxy ou d’`AWS_ENDPOINT_URL`, puis réessayez.
report-hint-refused = Modifiez la valeur qu’AWS désigne, puis réessayez.
report-hint-unexpected = Réessayez ; si cela se reproduit, signalez-le avec l’ID de requête.
report-hint-not-saved = Libérez de l’espace ou corrigez les droits de ce dossier, puis reprenez. Rien n’a été modifié sans reçu.
report-hint-not-a-receipt = Indiquez un fichier de reçu écrit par ce programme.
report-hint-newer-receipt = Installez la version plus récente, puis réessayez.
report-hint-other-account = Choisissez le compte, la région et le mode que le reçu indique.
report-hint-busy = Attendez qu’elle se termine, ou arrêtez-la, puis réessayez.
report-hint-password = Saisissez de nouveau le mot de passe, ou donnez-le avec `--password-stdin`.
report-hint-undoing = Terminez le retour arrière, puis appliquez de nouveau.
