package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the vectors that the implementations of RFC 6962 publish, and against one another for every small tree. */
class MerkleProofTest {

    /** Leaves and roots of the reference implementation of Certificate Transparency. */
    private static final List<byte[]> LEAVES = Stream.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f").map(HexFormat.of()::parseHex).toList();
    private static final List<Hash> ROOTS = Stream.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328").map(Hash::ofHex).toList();

    private final Map<List<Long>, Hash> subtrees = new HashMap<>();
    private final List<Hash> leaves = new ArrayList<>();
    private final List<Hash> roots = new ArrayList<>(List.of(Hash.EMPTY));

    @Test
    void theRootsAreThoseOfTheReferenceImplementation() {
        grow(LEAVES);
        assertThat(roots).isEqualTo(ROOTS);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "0, 1, -",
            "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125" })
    void inclusionIsProvedAsInThePublishedVectors(long index, long size, String path) {
        grow(LEAVES);
        assertThat(MerkleProof.inclusion(index, size, this::subtree)).isEqualTo(hashes(path));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "1, 1, -",
            "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b" })
    void consistencyIsProvedAsInThePublishedVectors(long smaller, long larger, String path) {
        grow(LEAVES);
        assertThat(MerkleProof.consistency(smaller, larger, this::subtree)).isEqualTo(hashes(path));
    }

    @Test
    void everyLeafOfEveryTreeIsProvedAndNoOtherIs() {
        grow(IntStream.range(0, 70).mapToObj(i -> ("leaf " + i).getBytes(StandardCharsets.UTF_8)).toList());
        for (int size = 1; size <= leaves.size(); size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> path = MerkleProof.inclusion(index, size, this::subtree);
                assertThat(MerkleProof.includes(leaves.get(index), index, size, path, roots.get(size))).isTrue();
                assertThat(MerkleProof.includes(leaves.get((index + 1) % 70), index, size, path, roots.get(size))).isFalse();
                assertThat(MerkleProof.includes(leaves.get(index), index, size, path, roots.get(size - 1))).isFalse();
                assertThat(MerkleProof.includes(leaves.get(index), index + 1L, size, path, roots.get(size))).isFalse();
                assertThat(MerkleProof.includes(leaves.get(index), index, size, longer(path), roots.get(size))).isFalse();
            }
        }
    }

    @Test
    void everyTreeIsProvedToContinueEverySmallerOneAndNoOther() {
        grow(IntStream.range(0, 70).mapToObj(i -> ("leaf " + i).getBytes(StandardCharsets.UTF_8)).toList());
        for (int larger = 0; larger <= leaves.size(); larger++) {
            for (int smaller = 0; smaller <= larger; smaller++) {
                List<Hash> path = MerkleProof.consistency(smaller, larger, this::subtree);
                assertThat(MerkleProof.consistent(smaller, roots.get(smaller), larger, roots.get(larger), path))
                        .describedAs("%d to %d", smaller, larger).isTrue();
                assertThat(MerkleProof.consistent(smaller, Hash.ofLeaf(new byte[1]), larger, roots.get(larger), path)).isFalse();
                assertThat(MerkleProof.consistent(smaller, roots.get(smaller), larger, roots.get(larger), longer(path))).isFalse();
                if (smaller > 0) {
                    assertThat(MerkleProof.consistent(smaller, roots.get(smaller), larger, Hash.ofLeaf(new byte[1]), path)).isFalse();
                }
            }
        }
    }

    @Test
    void whatIsNoLeafHasNoProof() {
        grow(LEAVES);
        assertThatThrownBy(() -> MerkleProof.inclusion(8, 8, this::subtree)).hasMessage("A tree of 8 leaves has no leaf 8");
        assertThatThrownBy(() -> MerkleProof.consistency(8, 7, this::subtree)).hasMessage("A tree does not shrink from 8 to 7 leaves");
    }

    @Test
    void aTreeGoesOnFromItsEdge() {
        grow(LEAVES);
        Frontier half = new Frontier();
        leaves.subList(0, 5).forEach(half::append);
        Frontier goesOn = new Frontier(half.size(), half.roots());
        leaves.subList(5, 8).forEach(goesOn::append);
        assertThat(goesOn.root()).isEqualTo(ROOTS.get(8));
        assertThatThrownBy(() -> new Frontier(5, List.of(Hash.EMPTY))).hasMessage("A tree of 5 leaves has no edge of 1 subtrees");
    }

    private void grow(List<byte[]> contents) {
        Frontier frontier = new Frontier();
        for (byte[] content : contents) {
            Hash leaf = Hash.ofLeaf(content);
            subtrees.put(List.of(0L, (long) leaves.size()), leaf);
            leaves.add(leaf);
            frontier.append(leaf, (height, position, root) -> subtrees.put(List.of((long) height, position), root));
            roots.add(frontier.root());
        }
    }

    private Hash subtree(int height, long position) {
        return subtrees.get(List.of((long) height, position));
    }

    private static List<Hash> hashes(String path) {
        return path == null ? List.of() : Stream.of(path.split(" ")).map(Hash::ofHex).toList();
    }

    private static List<Hash> longer(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.EMPTY);
        return longer;
    }
}
