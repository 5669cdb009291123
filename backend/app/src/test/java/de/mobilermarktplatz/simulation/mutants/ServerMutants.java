package de.mobilermarktplatz.simulation.mutants;

import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.sync.domain.Arrival;
import de.mobilermarktplatz.sync.domain.BookWrite;
import de.mobilermarktplatz.sync.domain.CaseWrite;
import de.mobilermarktplatz.sync.domain.Decided;
import de.mobilermarktplatz.sync.domain.DeviceView;
import de.mobilermarktplatz.sync.domain.DeviceWrite;
import de.mobilermarktplatz.sync.domain.HeldJournal;
import de.mobilermarktplatz.sync.domain.JournalState;
import de.mobilermarktplatz.sync.domain.JournalWrite;
import de.mobilermarktplatz.sync.domain.Link;
import de.mobilermarktplatz.sync.domain.OrderWrite;
import de.mobilermarktplatz.sync.domain.Outcome;
import de.mobilermarktplatz.sync.domain.ServerCore;
import de.mobilermarktplatz.sync.domain.View;
import de.mobilermarktplatz.sync.domain.Write;
import de.mobilermarktplatz.till.BookEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The real {@link ServerCore} between planted bugs that change what it sees and what it says. */
public final class ServerMutants {
    private static final int LONG_BATCH = 6;
    private static final int LONG_BODY = 1_500;

    private ServerMutants() {}

    public static Decided step(
            World world, ServerCore core, View view, Arrival.BatchArrived arrival) {
        var seen = seen(world, view, arrival.batch());
        var decided = core.step(seen, arrival);
        boolean edge = atEdge(arrival.batch().from());
        boolean acceptsGaps =
                world.has(Mutant.ACCEPT_GAPS) || edge && world.has(Mutant.ACCEPT_GAPS_AT_PAGE_EDGE);
        if (acceptsGaps
                && !arrival.batch().entries().isEmpty()
                && decided.outcome() instanceof Outcome.Behind) {
            return acceptedGap(view, arrival);
        }
        return new Decided(writes(world, decided.writes()), decided.outcome());
    }

    /** The view of somebody who does not look what the books have already. */
    public static View forgetful(World world, View view) {
        if (!world.has(Mutant.ADOPTED_TWICE)) {
            return view;
        }
        var held = view.held();
        return new View(
                view.device(),
                new HeldJournal(
                        held.state(),
                        held.durable(),
                        held.epoch(),
                        held.overlap(),
                        java.util.Map.of(),
                        held.receipts(),
                        held.apart(),
                        held.kept()),
                view.trade());
    }

    private static boolean atEdge(long seq) {
        return seq % Mutant.PAGE == 0;
    }

    private static View seen(World world, View view, UploadBatch batch) {
        var held = view.held();
        var state = held.state();
        var device = view.device();
        if (world.has(Mutant.REVOKED_ACCEPTED)) {
            device = new DeviceView(device.id(), device.tillNumber(), device.keys(), null);
        }
        var overlap = held.overlap();
        boolean edge = atEdge(batch.from());
        boolean doubles =
                world.has(Mutant.NO_DEDUPE)
                        || edge
                                && batch.entries().size() > 2
                                && world.has(Mutant.NO_DEDUPE_AT_PAGE_EDGE);
        if (doubles && batch.from() > 1 && batch.from() <= state.acked()) {
            var before = overlap.get(batch.from() - 1);
            state = new JournalState(state.journal(), batch.from() - 1, before, state.start());
        }
        boolean blind =
                world.has(Mutant.FORK_NOT_NOTICED)
                        || batch.from() % (Mutant.PAGE / 4) == 0
                                && world.has(Mutant.FORK_NOT_NOTICED_AT_PAGE_EDGE);
        if (blind && batch.from() <= state.acked()) {
            overlap = asSent(state.journal(), batch, held, view);
        }
        return new View(
                device,
                new HeldJournal(
                        state,
                        held.durable(),
                        held.epoch(),
                        overlap,
                        held.known(),
                        held.receipts(),
                        held.apart(),
                        held.kept()),
                view.trade());
    }

    private static java.util.Map<Long, Bytes> asSent(
            JournalId journal, UploadBatch batch, HeldJournal held, View view) {
        var sent = new LinkedHashMap<>(held.overlap());
        var head =
                batch.from() == 1
                        ? view.held().state().start()
                        : held.overlap().get(batch.from() - 1);
        long seq = batch.from();
        for (var entry : batch.entries()) {
            head = HashChain.next(journal, seq, head, entry);
            sent.put(seq++, head);
        }
        return sent;
    }

    private static Decided acceptedGap(View view, Arrival.BatchArrived arrival) {
        var state = view.held().state();
        var rows = new ArrayList<JournalWrite.AppendInbox.Row>();
        var head = state.head();
        long seq = arrival.batch().from();
        for (int i = 0; i < arrival.batch().entries().size(); i++) {
            var entry = arrival.batch().entries().get(i);
            head = HashChain.next(state.journal(), seq, head, entry);
            rows.add(
                    new JournalWrite.AppendInbox.Row(
                            new Link(seq, entry, head), arrival.read().get(i).opId(), false));
            seq++;
        }
        return new Decided(
                List.of(
                        new JournalWrite.AppendInbox(state.journal(), rows, arrival.now()),
                        new JournalWrite.MoveHead(state.journal(), seq - 1, head)),
                new Outcome.Accepted(
                        new JournalState(state.journal(), seq - 1, head, state.start()),
                        view.held().durable(),
                        view.held().epoch()));
    }

    private static boolean losesTail(World world, JournalWrite.AppendInbox append) {
        return world.has(Mutant.TAIL_OF_LONG_BATCH_LOST) && append.rows().size() > LONG_BATCH
                || world.has(Mutant.TAIL_LOST_AT_PAGE_EDGE)
                        && append.rows().size() > 2 * LONG_BATCH
                        && atEdge(append.rows().getLast().link().seq());
    }

    private static List<Write> writes(World world, List<Write> writes) {
        var changed = new ArrayList<Write>();
        for (var write : writes) {
            switch (write) {
                case CaseWrite.Quarantine _ when world.has(Mutant.QUARANTINE_NOT_WRITTEN) -> {}
                case CaseWrite.Quarantine kept
                        when world.has(Mutant.LONG_QUARANTINE_NOT_WRITTEN)
                                && kept.body().length() > LONG_BODY -> {}
                case JournalWrite.LinkParent _ when world.has(Mutant.PARENT_NOT_NOTED) -> {}
                case DeviceWrite.KeyAdded _ when world.has(Mutant.ANNOUNCED_KEY_NOT_TAKEN) -> {}
                case OrderWrite.LinesRefused _ when world.has(Mutant.REFUSAL_NOT_BOOKED) -> {}
                case OrderWrite.TourEnded _ when world.has(Mutant.TOUR_END_LOST) -> {}
                case JournalWrite.AppendInbox append when losesTail(world, append) ->
                        changed.add(
                                new JournalWrite.AppendInbox(
                                        append.journal(),
                                        append.rows().subList(0, append.rows().size() - 1),
                                        append.now()));
                case BookWrite.Book(BookEntry.StockMoves moves)
                        when world.has(Mutant.VOID_MOVES_STOCK_TWICE)
                                && moves.kind() == BookEntry.MoveKind.VOID ->
                        changed.add(
                                new BookWrite.Book(
                                        new BookEntry.StockMoves(
                                                moves.op(),
                                                moves.kind(),
                                                moves.tour(),
                                                twice(moves.moves()))));
                default -> changed.add(write);
            }
        }
        return changed;
    }

    private static List<BookEntry.Move> twice(List<BookEntry.Move> moves) {
        return moves.stream()
                .map(move -> new BookEntry.Move(move.product(), 2 * move.amount()))
                .toList();
    }
}
