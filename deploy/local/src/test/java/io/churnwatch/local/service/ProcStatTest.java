package io.churnwatch.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcStatTest {
    @Test
    void aNameMayHoldBlanksAndBrackets() {
        String stat = "42 (a (b) c) S 1 42 42 0 -1 4194304 9 9 0 0 120 30 5 7 20 0 1";

        assertThat(ProcStat.parse(stat).sum(11, 12)).isEqualTo(150);
        assertThat(ProcStat.parse(stat).sum(13, 14)).isEqualTo(12);
    }
}
