package io.churnwatch.api.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedUrlTest {
    @Test
    void onlySchemeAndHostStayVisible() {
        assertThat(MaskedUrl.of("https://user:pw@discord.com:8443/api/webhooks/12/secret?wait=true"))
                .isEqualTo("https://discord.com/****");
    }

    @Test
    void nothingOfWhatIsNoUrlIsShown() {
        assertThat(MaskedUrl.of("discord secret")).isEqualTo("/****");
        assertThat(MaskedUrl.of("secret")).isEqualTo("/****");
    }

    @Test
    void noUrlIsNull() {
        assertThat(MaskedUrl.of(null)).isNull();
        assertThat(MaskedUrl.of(" ")).isNull();
    }
}
