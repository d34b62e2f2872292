package io.churnwatch.settings;

/** The database that all programs share. The password stays out of the text form. */
public record DatabaseSettings(String url, String user, String password) {
    public static DatabaseSettings of(Settings settings) {
        return new DatabaseSettings(
                settings.required(
                        "CHURNWATCH_DATABASE_URL",
                        "jdbc:postgresql://127.0.0.1:5432/churnwatch",
                        SettingType.SECRET.and(
                                "that starts with jdbc:postgresql:", text -> text.startsWith("jdbc:postgresql:")),
                        "PostgreSQL"),
                settings.required("CHURNWATCH_DATABASE_USER", "churnwatch", SettingType.TEXT, "its user"),
                settings.required(
                        "CHURNWATCH_DATABASE_PASSWORD",
                        "a long random text",
                        SettingType.SECRET,
                        "the user's password"));
    }

    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "") + " as " + user;
    }
}
