package org.deskwright.learning;

/** Brings columns to mean 0 and deviation 1, as they were where it was measured. */
record Scaling(double[] means, double[] deviations) {

    Scaling {
        if (means.length != deviations.length) {
            throw new IllegalArgumentException("every column has a mean and a deviation");
        }
    }

    static Scaling of(double[][] rows) {
        int columns = rows[0].length;
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        for (double[] row : rows) {
            for (int i = 0; i < columns; i++) {
                means[i] += row[i] / rows.length;
            }
        }
        for (double[] row : rows) {
            for (int i = 0; i < columns; i++) {
                deviations[i] += (row[i] - means[i]) * (row[i] - means[i]) / rows.length;
            }
        }
        for (int i = 0; i < columns; i++) {
            // a column that never changes says nothing, and stays at zero
            deviations[i] = deviations[i] > 1e-12 ? Math.sqrt(deviations[i]) : 1;
        }
        return new Scaling(means, deviations);
    }

    double[] apply(double[] row) {
        double[] scaled = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            scaled[i] = (row[i] - means[i]) / deviations[i];
        }
        return scaled;
    }
}
