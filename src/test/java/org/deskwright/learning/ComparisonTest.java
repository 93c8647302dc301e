package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.deskwright.learning.Comparison.CategoryChange;
import org.deskwright.learning.Comparison.Pair;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void whatOnlyOneGetsRightDecides() {
        Comparison five = Comparison.of(pairs(40, 0, 5, 0.9), 0);
        assertThat(five.chance()).as("a coin falls five times on the same side").isCloseTo(1 / 32.0, within(1e-9));
        assertThat(five.isBetter()).isTrue();
        Comparison four = Comparison.of(pairs(40, 0, 4, 0.9), 0);
        assertThat(four.chance()).isCloseTo(1 / 16.0, within(1e-9));
        assertThat(four.isBetter()).isFalse();
    }

    @Test
    void oneThatLosesAsMuchAsItWinsIsNotBetter() {
        Comparison even = Comparison.of(pairs(1_000, 30, 35, 0.9), 0);
        assertThat(even.candidateAccuracy()).isGreaterThan(even.presentAccuracy());
        assertThat(even.isBetter()).isFalse();
        assertThat(Comparison.of(pairs(1_000, 30, 60, 0.9), 0).isBetter()).isTrue();
        assertThat(Comparison.of(pairs(50, 0, 0, 0.9), 0).isBetter()).as("the same again").isFalse();
    }

    @Test
    void oneThatPromisesTooMuchIsNotBetter() {
        List<Pair> pairs = new ArrayList<>(pairs(40, 0, 6, 0.9));
        pairs.addAll(IntStream.range(0, 10).mapToObj(i -> new Pair("network", new Answer("printing", 0.5), new Answer("printing", 0.9999999))).toList());
        Comparison boasting = Comparison.of(pairs, 0);
        assertThat(boasting.chance()).isLessThanOrEqualTo(Comparison.RISK);
        assertThat(boasting.candidateLogLoss()).isGreaterThan(boasting.presentLogLoss());
        assertThat(boasting.isBetter()).isFalse();
    }

    @Test
    void whatChangedMostStandsFirst() {
        List<Pair> pairs = new ArrayList<>(pairs(10, 0, 2, 0.9));
        pairs.addAll(IntStream.range(0, 3).mapToObj(i -> new Pair("printing", new Answer("network", 0.5), new Answer("printing", 0.9))).toList());
        Comparison comparison = Comparison.of(pairs, 7);
        assertThat(comparison.categories()).containsExactly(new CategoryChange("printing", 3, 0, 3), new CategoryChange("network", 12, 10, 12));
        assertThat(comparison.sentence()).contains("Of the same 15 held-out tickets (7 of them cross-fitted) the new model gets 100.0 % right, the present one 66.7 %");
    }

    private static List<Pair> pairs(int both, int onlyPresent, int onlyCandidate, double sure) {
        Answer right = new Answer("network", sure);
        Answer wrong = new Answer("printing", 0.5);
        List<Pair> pairs = new ArrayList<>();
        IntStream.range(0, both).forEach(i -> pairs.add(new Pair("network", right, right)));
        IntStream.range(0, onlyPresent).forEach(i -> pairs.add(new Pair("network", right, wrong)));
        IntStream.range(0, onlyCandidate).forEach(i -> pairs.add(new Pair("network", wrong, right)));
        return pairs;
    }
}
