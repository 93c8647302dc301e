package org.deskwright.learning;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/** Finds the lowest point of a convex function: limited-memory BFGS (Nocedal and Wright 2006, algorithm 7.5). */
final class Minimizer {

    /** Value of the function, which also writes its gradient. */
    interface Slope {

        double at(double[] point, double[] gradient);
    }

    private static final int MEMORY = 10;
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 20;
    private static final double FLAT = 1e-5;
    private static final double DECREASE = 1e-4;

    private record Step(double[] move, double[] change, double curvature) {
    }

    private Minimizer() {
    }

    static double[] minimum(int size, Slope slope) {
        double[] point = new double[size];
        double[] gradient = new double[size];
        double value = slope.at(point, gradient);
        Deque<Step> steps = new ArrayDeque<>();
        for (int i = 0; i < MOST_STEPS && Arrays.stream(gradient).map(Math::abs).max().orElse(0) > FLAT; i++) {
            double[] direction = direction(gradient, steps);
            double descent = dot(direction, gradient);
            double length = steps.isEmpty() ? Math.min(1, 1 / Math.sqrt(-descent)) : 1;
            double[] next = new double[size];
            double[] nextGradient = new double[size];
            double nextValue = Double.POSITIVE_INFINITY;
            int halvings = 0;
            for (; halvings < MOST_HALVINGS; halvings++, length /= 2) {
                for (int j = 0; j < size; j++) {
                    next[j] = point[j] + length * direction[j];
                }
                nextValue = slope.at(next, nextGradient);
                if (nextValue <= value + DECREASE * length * descent) {
                    break;
                }
            }
            if (halvings == MOST_HALVINGS) {
                break;
            }
            remember(steps, difference(next, point), difference(nextGradient, gradient));
            point = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return point;
    }

    private static void remember(Deque<Step> steps, double[] move, double[] change) {
        double curvature = dot(move, change);
        if (curvature > 0) {
            steps.addLast(new Step(move, change, curvature));
        }
        if (steps.size() > MEMORY) {
            steps.removeFirst();
        }
    }

    private static double[] direction(double[] gradient, Deque<Step> steps) {
        double[] direction = Arrays.stream(gradient).map(slope -> -slope).toArray();
        if (steps.isEmpty()) {
            return direction;
        }
        double[] shares = new double[steps.size()];
        int i = steps.size();
        for (Iterator<Step> backwards = steps.descendingIterator(); backwards.hasNext();) {
            Step step = backwards.next();
            shares[--i] = dot(step.move, direction) / step.curvature;
            add(direction, -shares[i], step.change);
        }
        Step last = steps.getLast();
        double scale = last.curvature / dot(last.change, last.change);
        Arrays.setAll(direction, j -> scale * direction[j]);
        for (Step step : steps) {
            add(direction, shares[i++] - dot(step.change, direction) / step.curvature, step.move);
        }
        return direction;
    }

    private static void add(double[] to, double times, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double[] difference(double[] one, double[] other) {
        double[] difference = new double[one.length];
        Arrays.setAll(difference, i -> one[i] - other[i]);
        return difference;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
